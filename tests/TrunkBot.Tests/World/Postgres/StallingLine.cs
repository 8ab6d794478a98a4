using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TrunkBot.Tests.World.Postgres;

/// <summary>The way to a PostgreSQL, on which a connection can stall between what it has changed and its <c>COMMIT</c>, as if its process were frozen there.</summary>
internal sealed class StallingLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously), _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stallsNext;

    private StallingLine(PostgresDatabase database)
    {
        _listener.Start();
        var direct = new NpgsqlConnectionStringBuilder(database.Connection);
        _port = direct.Port;
        Connection = new NpgsqlConnectionStringBuilder(database.Connection) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();
        _ = AcceptAsync();
    }

    /// <summary>The database, by this way.</summary>
    public string Connection { get; }

    /// <summary>A connection has stalled.</summary>
    public Task Stalled => _stalled.Task;

    public static StallingLine To(PostgresDatabase database) => new(database);

    /// <summary>The next connection that would commit stalls; no other does.</summary>
    public void StallNextCommit() => Volatile.Write(ref _stallsNext, 1);

    public void GoOn() => _goesOn.TrySetResult();

    public ValueTask DisposeAsync()
    {
        GoOn();
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var here = client;
        using var there = new TcpClient();
        try
        {
            await there.ConnectAsync(IPAddress.Loopback, _port);
            here.NoDelay = there.NoDelay = true;
            var way = new Way(here.GetStream(), there.GetStream());
            await Task.WhenAny(ThereAsync(way), BackAsync(way));
        }
        catch (Exception cut) when (cut is IOException or SocketException)
        {
        }
    }

    private async Task ThereAsync(Way way)
    {
        var bytes = new byte[1 << 16];
        for (int read; (read = await way.Here.ReadAsync(bytes)) > 0;)
        {
            if (bytes.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Exchange(ref _stallsNext, 0) == 1)
            {
                way.Gate = _goesOn.Task;
                _stalled.TrySetResult();
            }

            await way.Gate;
            await way.There.WriteAsync(bytes.AsMemory(0, read));
        }
    }

    private static async Task BackAsync(Way way)
    {
        var bytes = new byte[1 << 16];
        for (int read; (read = await way.There.ReadAsync(bytes)) > 0;)
        {
            await way.Gate;
            await way.Here.WriteAsync(bytes.AsMemory(0, read));
        }

        await way.Gate;
    }

    private sealed class Way(NetworkStream here, NetworkStream there)
    {
        public NetworkStream Here => here;

        public NetworkStream There => there;

        public Task Gate { get; set; } = Task.CompletedTask;
    }
}
