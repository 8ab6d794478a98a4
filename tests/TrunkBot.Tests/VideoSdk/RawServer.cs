using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrunkBot.Tests.VideoSdk;

/// <summary>A server on the level of TCP: it answers exactly what it is told to, or breaks off exactly where it is told to, and counts what arrived.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _received = new();
    private readonly Func<RawConnection, Task> _script;
    private readonly Task _accepting;
    private int _connections;

    public RawServer(Func<RawConnection, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Connections => Volatile.Read(ref _connections);

    public string Received
    {
        get
        {
            lock (_received)
                return _received.ToString();
        }
    }

    public int Posts => Received.Split("POST /").Length - 1;

    /// <summary>A server that reads one request and answers it with these bytes.</summary>
    public static RawServer That_answers(string response, bool closes = true) => new(async connection =>
    {
        do
        {
            if (!await connection.ReadRequestAsync())
                return;
            await connection.WriteAsync(response);
        }
        while (!closes);
    });

    public static string Answer(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                open.Add(ServeAsync(client));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _script(new RawConnection(client, Note, _stop.Token));
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException or SocketException)
            {
            }
        }
    }

    private void Note(string text)
    {
        lock (_received)
            _received.Append(text);
    }
}
