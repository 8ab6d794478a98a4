using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace TrunkBot.Tests.World.Postgres;

/// <summary>
/// A PostgreSQL of its own, from Debian's package, in a temporary folder. The tests of an assembly share it, each with a database of its
/// own; it ends, and its folder goes, when the process ends that started it, however that ends.
/// </summary>
internal sealed class PostgresCluster
{
    private const string Missing =
        "PostgreSQL is not installed here. Install it (Debian: apt-get install postgresql); these tests are not skipped.";

    // Files are copied as such, and not page by page through the log: half of the work, for databases this small and a log that nobody replays.
    private const string Copy = "file_copy";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<PostgresCluster>> s_shared = new(StartAsync);

    // It waits for the end of its input, which comes when whoever started it is gone.
    internal const string Keeper =
        """
        "$@" >"$0/log" 2>&1 &
        while read -r _; do :; done
        kill -QUIT $!; wait $!; rm -rf "$0"
        """;

    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-postgres-");
    private readonly int _port = Ports.Free();
    private int _databases;
    private Process? _keeper;

    private PostgresCluster()
    {
    }

    public static Task<PostgresCluster> SharedAsync() => s_shared.Value;

    /// <summary>Another one, for a test that changes the server itself.</summary>
    public static Task<PostgresCluster> AnotherAsync() => StartAsync();

    /// <summary>An empty database, and how to connect to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = NextName();
        // It sorts as people do and not by bytes, as an operator's may: nothing depends on it.
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' STRATEGY {Copy}");
        return Connection(name);
    }

    /// <summary>A copy of a database that nobody uses now.</summary>
    public async Task<string> CopyDatabaseAsync(string connection)
    {
        var name = NextName();
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {NameOf(connection)} STRATEGY {Copy}");
        return Connection(name);
    }

    public async Task DropDatabaseAsync(string connection)
    {
        await using (var pool = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pool);
        await ExecuteAsync("postgres", $"DROP DATABASE {NameOf(connection)} WITH (FORCE)");
    }

    /// <summary>Cuts every connection to this database, as a network does.</summary>
    public Task CutConnectionsAsync(string connection) =>
        ExecuteAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(connection)}'");

    /// <summary>Takes changes of nobody any more, or of everybody again; those who are connected are asked to notice.</summary>
    public async Task SetReadOnlyAsync(bool isReadOnly)
    {
        await ExecuteAsync("postgres", $"ALTER SYSTEM SET default_transaction_read_only = {(isReadOnly ? "on" : "off")}");
        await ExecuteAsync("postgres", "SELECT pg_reload_conf()");
    }

    /// <summary>Starts it again, as a standby.</summary>
    public async Task DemoteAsync()
    {
        await using (var pool = new NpgsqlConnection(Connection("postgres")))
            NpgsqlConnection.ClearPool(pool);
        await File.WriteAllTextAsync(Path.Combine(Cluster, "standby.signal"), "");
        await RunAsync([.. AsUser(Program("pg_ctl")), "-D", Cluster, "-m", "fast", "-w", "-l", Path.Combine(Cluster, "log"), "restart"]);
    }

    /// <summary>Makes the standby the primary.</summary>
    public Task PromoteAsync() => ExecuteAsync("postgres", "SELECT pg_promote()");

    /// <summary>Ends it.</summary>
    public async Task EndAsync()
    {
        await RunAsync([.. AsUser(Program("pg_ctl")), "-D", Cluster, "-m", "immediate", "-w", "stop"]);
        _keeper!.StandardInput.Close();
        await _keeper.WaitForExitAsync();
    }

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"trunkbot{Interlocked.Increment(ref _databases)}");

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = "trunkbot",
        Password = _password,
        MaxPoolSize = 30,
    }.ToString();

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Connection(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster();
        await cluster.InitialiseAsync();
        cluster._keeper = Start("sh", ["-c", Keeper, cluster._folder.FullName, .. AsUser(Program("postgres")), .. cluster.Settings()]);
        await cluster.AnswersAsync();
        return cluster;
    }

    private async Task InitialiseAsync()
    {
        var secret = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(secret, _password);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["-R", "postgres", _folder.FullName]);
        await RunAsync([.. AsUser(Program("initdb")), "-D", Cluster, "-U", "trunkbot", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale=C.UTF-8"]);
    }

    private string Cluster => Path.Combine(_folder.FullName, "cluster");

    // As an operator has it, a flush with every commit included; only the port, the folder and the size are ours, and that nobody tidies up in databases that
    // live for seconds.
    private string[] Settings() =>
    [
        "-D", Cluster, "-p", _port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1",
        "-c", $"unix_socket_directories={_folder.FullName}", "-c", "max_connections=300", "-c", "shared_buffers=256MB", "-c", "autovacuum=off",
    ];

    private async Task AnswersAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        while (!late.IsCancellationRequested)
        {
            try
            {
                await ExecuteAsync("postgres", "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!_keeper!.HasExited)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"PostgreSQL does not start. It says:\n{await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "log"))}");
    }

    // PostgreSQL refuses to run as root; Debian's package has made this user.
    internal static string[] AsUser(string program) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program]
        : [program];

    internal static string Program(string name) =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(Missing);

    private static Task RunAsync(string program, string[] arguments) => RunAsync([program, .. arguments]);

    private static async Task RunAsync(string[] line)
    {
        using var process = Start(line[0], line[1..]);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', line)} ended with {process.ExitCode}.");
    }

    internal static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} does not run here. {Missing}", missing);
        }
    }
}
