using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Jobs;
using TrunkBot.Sandbox;
using TrunkBot.Storage;

namespace TrunkBot.Tests.World;

/// <summary>A company with a bot: the real host on a real port, a clock that tests move, and the sandbox as the world around it.</summary>
internal sealed class Company : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> s_unpaced = new()
    {
        ["Jobs:NoticesPerSecond"] = "1000",
        ["Jobs:NoticesPerHalfMinute"] = "30000",
        ["Jobs:NoticesPerHour"] = "1000000",
        ["Jobs:NoticesPerSecondInTenant"] = "10000",
    };

    private readonly DirectoryInfo _folder;
    private readonly List<Machine> _machines;
    private readonly List<WebApplication> _bots = [];
    private readonly Dictionary<string, string?> _settings;
    private readonly LogLevel _logLevel;
    private readonly string _environment;
    private readonly CompanyOptions _options;

    private Company(SandboxApp sandbox, DirectoryInfo folder, IDatabase database, CompanyOptions options)
    {
        (Sandbox, _folder, Database, _logLevel, _environment) = (sandbox, folder, database, options.LogLevel, options.Environment);
        (_options, Clock) = (options, options.Clock ?? new FakeTimeProvider(DateTimeOffset.UtcNow));
        _machines = [.. Enumerable.Range(0, options.Processes).Select(_ => new Machine(FreePort(), options.Change))];
        Sandbox.Clock = Clock;
        _settings = new Dictionary<string, string?>(sandbox.BotSettings(_machines[0].Port, DatabaseFile))
        {
            ["Jobs:Workers"] = "0",
        };
        foreach (var (key, value) in options.IsPaced ? [] : s_unpaced)
            _settings[key] = value;
        foreach (var (key, value) in database.Settings)
            _settings[key] = value;
        foreach (var (key, value) in options.Settings)
            _settings[key] = value;
        (Riya, Omar, Mei, Ada, Eve) = (Talker("riya"), Talker("omar"), Talker("mei"), Talker("ada"), Talker("eve"));
    }

    public SandboxApp Sandbox { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The bot, or the first of its processes.</summary>
    public WebApplication Bot => Bots[0];

    /// <summary>The processes of the bot: hosts of their own that share nothing but the database and this company's clock.</summary>
    public IReadOnlyList<WebApplication> Bots => _bots;

    public IDatabase Database { get; }

    /// <summary>By which settings the bot is started.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _settings;

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
        options ??= new CompanyOptions();
        var sandbox = SandboxApp.Create("--port", $"{options.SandboxPort}", "--login-port", "0");
        await sandbox.StartAsync();
        var folder = options.Parent is { } parent ? Directory.CreateDirectory(Path.Combine(parent, $"trunkbot-test-{Guid.NewGuid():N}")) : Directory.CreateTempSubdirectory("trunkbot-test-");
        var database = options.Database ?? await (options.MakeDatabase?.Invoke(folder) ?? Databases.CreateAsync(options.BackEnd, folder));
        var world = new Company(sandbox, folder, database, options);
        await world.StartBotAsync();
        return world;
    }

    /// <summary>Ends the bot's processes, in effect, and starts them again on what they have stored.</summary>
    public async Task RestartAsync(params (string Key, string? Value)[] changes)
    {
        await EndBotAsync();
        foreach (var (key, value) in changes)
            _settings[key] = value;
        await StartBotAsync();
    }

    /// <summary>Starts more processes beside those that run, all at the same moment, each changed like this.</summary>
    public async Task<IReadOnlyList<WebApplication>> JoinAsync(params Action<IServiceCollection>?[] changes)
    {
        List<Machine> machines = [.. changes.Select(change => new Machine(FreePort(), change))];
        var bots = await Task.WhenAll(machines.Select(StartBotAsync));
        _machines.AddRange(machines);
        _bots.AddRange(bots);
        TalkTo(Bots);
        return bots;
    }

    /// <summary>Ends one of the processes.</summary>
    public async Task LeaveAsync(WebApplication bot)
    {
        _machines.RemoveAt(_bots.IndexOf(bot));
        _bots.Remove(bot);
        TalkTo(Bots);
        await bot.DisposeAsync();
    }

    /// <summary>From here on people reach these processes.</summary>
    public void TalkTo(params IReadOnlyList<WebApplication> bots) =>
        Sandbox.BotEndpoints = [.. bots.Select(bot => new Uri(new Uri(bot.Configuration["Urls"]!), "/api/messages"))];

    /// <summary>Does all stored work that is due now, in all processes at once.</summary>
    public Task RunDueJobsAsync() =>
        Task.WhenAll(Bots.Select(bot => bot.Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None)));

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
        // What is in hand ends first: it would write into a folder that is being removed.
        await Task.WhenAll(Bots.Select(bot => bot.StopAsync()));
        List<string> told = [.. Sandbox.Channel.Sent.Select(sent => sent.Activity?.GetRawText()).OfType<string>(), .. Log.Lines];
        await EndBotAsync();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.DoesNotContain(told, IsNotTold);
    }

    // A sentence as it is kept for many readers: it is to be told to each. JSON has its signs escaped.
    private static bool IsNotTold(string text) => text.AsSpan().ContainsAny('\u2061', '\u2063') || text.Contains("\\u2061", StringComparison.Ordinal) || text.Contains("\\u2063", StringComparison.Ordinal);

    public static int FreePort() => Ports.Free();

    private async Task StartBotAsync()
    {
        _bots.AddRange(await Task.WhenAll(_machines.Select(StartBotAsync)));
        TalkTo(Bots);
        await RunDueJobsAsync();
    }

    private async Task<WebApplication> StartBotAsync(Machine machine)
    {
        var bot = TrunkBotApp.Create([], builder =>
        {
            builder.Environment.EnvironmentName = _environment;
            builder.Configuration.AddInMemoryCollection(_settings);
            builder.Configuration["Urls"] = $"http://127.0.0.1:{machine.Port}";
            builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(_logLevel);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            machine.Change?.Invoke(builder.Services);
            if (_options.BackEndAround is { } around)
                builder.Host.UseServiceProviderFactory(new Decorated<IBackEnd>(around, _options.ChangeAtLast));
        });
        await TrunkBotApp.PrepareAsync(bot);
        await bot.StartAsync();
        return bot;
    }

    private async Task EndBotAsync()
    {
        foreach (var bot in Bots)
            await bot.DisposeAsync();
        _bots.Clear();
    }

    private Talker Talker(string key) => new(Sandbox, key);

    private sealed record Machine(int Port, Action<IServiceCollection>? Change);
}

/// <summary>How a world differs from the usual one.</summary>
internal sealed record CompanyOptions
{
    public Dictionary<string, string?> Settings { get; init; } = [];

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    public string Environment { get; init; } = "Production";

    /// <summary>One of <see cref="Databases.BackEnds"/>.</summary>
    public string BackEnd { get; init; } = "Sqlite";

    /// <summary>Instead of the usual one of that back end; it ends with the company.</summary>
    public IDatabase? Database { get; init; }

    /// <summary>The same for one that lies in the company's folder.</summary>
    public Func<DirectoryInfo, Task<IDatabase>>? MakeDatabase { get; init; }

    /// <summary>In which folder its own is made; among the system's temporary ones where nothing is said.</summary>
    public string? Parent { get; init; }

    /// <summary>Where the channel listens; anywhere where nothing is said.</summary>
    public int SandboxPort { get; init; }

    /// <summary>Whether notices keep the pace that the bot keeps by itself. Where the clock stands still, those that wait would never leave.</summary>
    public bool IsPaced { get; init; }

    /// <summary>How many processes the bot has; more than one only on Postgres.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>What the bot has beside what it brings itself.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    /// <summary>What stands between the bot and its back end.</summary>
    public Func<IBackEnd, IBackEnd>? BackEndAround { get; init; }

    /// <summary>What is different once the bot has registered everything; only beside <see cref="BackEndAround"/>.</summary>
    public Action<IServiceCollection>? ChangeAtLast { get; init; }

    /// <summary>A clock of another kind than the usual.</summary>
    public FakeTimeProvider? Clock { get; init; }
}
