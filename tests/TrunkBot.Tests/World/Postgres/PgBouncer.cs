using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace TrunkBot.Tests.World.Postgres;

/// <summary>Debian's PgBouncer before a database. It ends, and its folder goes, when the process ends that started it.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly Process _keeper;

    private PgBouncer(Process keeper, string connection) => (_keeper, Connection) = (keeper, connection);

    /// <summary>The database, by way of the pooler.</summary>
    public string Connection { get; }

    /// <param name="database">What is behind it.</param>
    /// <param name="mode">For how long a client has a connection of the server: <c>session</c>, <c>transaction</c> or <c>statement</c>.</param>
    /// <param name="more">Other lines of its settings.</param>
    public static async Task<PgBouncer> StartAsync(PostgresDatabase database, string mode, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("trunkbot-pgbouncer-");
        var (behind, port) = (new NpgsqlConnectionStringBuilder(database.Connection), Ports.Free());
        var settings = Path.Combine(folder.FullName, "pgbouncer.ini");
        await File.WriteAllLinesAsync(settings,
        [
            "[databases]",
            string.Create(CultureInfo.InvariantCulture, $"* = host=127.0.0.1 port={behind.Port} user={behind.Username} password={behind.Password}"),
            "[pgbouncer]", "listen_addr = 127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"listen_port = {port}"), "unix_socket_dir =",
            "auth_type = any", $"pool_mode = {mode}", .. more,
        ]);
        if (Environment.IsPrivilegedProcess)
            await Process.Start("chown", ["-R", "postgres", folder.FullName]).WaitForExitAsync();
        var keeper = PostgresCluster.Start("sh", ["-c", PostgresCluster.Keeper.Replace("-QUIT", "-TERM", StringComparison.Ordinal), folder.FullName, .. PostgresCluster.AsUser(PostgresCluster.Program("pgbouncer")), settings]);
        await AnswersAsync(port);
        return new PgBouncer(keeper, new NpgsqlConnectionStringBuilder(database.Connection) { Port = port }.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static async Task AnswersAsync(int port)
    {
        using var late = new CancellationTokenSource(s_longest);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, late.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, late.Token);
            }
        }
    }
}
