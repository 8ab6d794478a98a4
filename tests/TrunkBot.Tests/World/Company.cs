using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Jobs;
using TrunkBot.Sandbox;
using TrunkBot.Storage;

namespace TrunkBot.Tests.World;

/// <summary>A company with a bot: the real host on a real port, a clock that tests move, and the sandbox as the world around it.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, string?> _settings;
    private readonly LogLevel _logLevel;
    private readonly string _environment;

    private Company(SandboxApp sandbox, DirectoryInfo folder, int port, CompanyOptions options)
    {
        (Sandbox, _folder, _logLevel, _environment) = (sandbox, folder, options.LogLevel, options.Environment);
        Sandbox.Clock = Clock;
        Sandbox.BotEndpoint = new Uri($"http://127.0.0.1:{port}/api/messages");
        _settings = new Dictionary<string, string?>(sandbox.BotSettings(port, DatabaseFile))
        {
            ["Jobs:Workers"] = "0",
        };
        foreach (var (key, value) in options.Settings)
            _settings[key] = value;
        (Riya, Omar, Mei, Ada, Eve) = (Talker("riya"), Talker("omar"), Talker("mei"), Talker("ada"), Talker("eve"));
    }

    public SandboxApp Sandbox { get; }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public WebApplication Bot { get; private set; } = null!;

    public WrittenLines Log { get; } = new();

    public string DatabaseFile => Path.Combine(_folder.FullName, "trunkbot.db");

    public string Folder => _folder.FullName;

    /// <summary>Asks.</summary>
    public Talker Riya { get; }

    /// <summary>Approves.</summary>
    public Talker Omar { get; }

    /// <summary>Approves too.</summary>
    public Talker Mei { get; }

    /// <summary>Is an Admin.</summary>
    public Talker Ada { get; }

    /// <summary>Has no role.</summary>
    public Talker Eve { get; }

    public static async Task<Company> StartAsync(CompanyOptions? options = null)
    {
        var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
        await sandbox.StartAsync();
        var world = new Company(sandbox, Directory.CreateTempSubdirectory("trunkbot-test-"), FreePort(), options ?? new CompanyOptions());
        await world.StartBotAsync();
        return world;
    }

    /// <summary>Ends the bot's process, in effect, and starts it again on what it has stored.</summary>
    public async Task RestartAsync(params (string Key, string? Value)[] changes)
    {
        await Bot.DisposeAsync();
        foreach (var (key, value) in changes)
            _settings[key] = value;
        await StartBotAsync();
    }

    /// <summary>Does all stored work that is due now.</summary>
    public Task RunDueJobsAsync() => Bot.Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);

    /// <summary>Moves the clock, then does what has become due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await RunDueJobsAsync();
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> StoredAsync<T>(Func<TrunkBotDbContext, Task<T>> read)
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Sandbox.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartBotAsync()
    {
        Bot = TrunkBotApp.Create([], builder =>
        {
            builder.Environment.EnvironmentName = _environment;
            builder.Configuration.AddInMemoryCollection(_settings);
            builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(_logLevel);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.PostConfigure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        });
        await TrunkBotApp.PrepareAsync(Bot);
        await Bot.StartAsync();
        await RunDueJobsAsync();
    }

    private Talker Talker(string key) => new(Sandbox, key);
}

/// <summary>How a world differs from the usual one.</summary>
internal sealed record CompanyOptions
{
    public Dictionary<string, string?> Settings { get; init; } = [];

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    public string Environment { get; init; } = "Production";
}
