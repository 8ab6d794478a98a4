using System.Globalization;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Cloud;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Secrets;

/// <summary>A bot in processes of its own, with PostgreSQL, and with Azure around it, whose Key Vault has its certificate.</summary>
internal sealed class KeyVaultWorld : IAsyncDisposable
{
    public const string Name = "trunkbot-keys", Setting = "Secrets:Certificate:KeyVaultSecret", ManagedIdentity = "a container app's managed identity";
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly Talker _riya, _omar;
    private readonly List<BotProcess> _bots = [];

    private KeyVaultWorld(FakeAzure azure, PostgresDatabase database)
    {
        (Azure, Database, _riya, _omar) = (azure, database, new Talker(_sandbox, "riya"), new Talker(_sandbox, "omar"));
        First = azure.Vault.Keep(Name, Certificates.Create("first"));
    }

    public FakeAzure Azure { get; }

    public PostgresDatabase Database { get; }

    /// <summary>The address of the version with which it all begins.</summary>
    public string First { get; }

    /// <param name="database">Which it has until it ends; one that the migrations have been at, where nothing is said.</param>
    public static async Task<KeyVaultWorld> StartAsync(PostgresDatabase? database = null)
    {
        var world = new KeyVaultWorld(await FakeAzure.StartAsync(), database ?? await MigratedDatabases.CopyInClusterAsync());
        await world._sandbox.StartAsync();
        return world;
    }

    public Dictionary<string, string?> Settings(string whoever = ManagedIdentity, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Company.FreePort(), "unused.db"));
        foreach (var (key, value) in Database.Settings.Concat(Azure.Settings(settings["TrustedRootCertificate"]!, whoever)))
            settings[key] = value;
        settings["Secrets:Certificate:Path"] = settings["Secrets:Certificate:Password"] = null;
        settings[Setting] = FakeVault.Address(Name);
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }

    /// <summary>Starts the bot, lets something happen, and asks it to end.</summary>
    /// <returns>What it has said.</returns>
    public async Task<string> RunBotAsync(Func<Task> work, params (string Key, string? Value)[] changes)
    {
        await StartBotsAsync(1, changes);
        await work();
        Assert.Equal(0, await _bots[^1].TerminateAsync());
        return _bots[^1].Output;
    }

    /// <summary>Starts so many processes of the bot at once.</summary>
    public async Task StartBotsAsync(int count, params (string Key, string? Value)[] changes)
    {
        var processes = Enumerable.Range(0, count).Select(_ => Settings(ManagedIdentity, changes)).ToList();
        _sandbox.BotEndpoints = [.. processes.Select(settings => new Uri(new Uri(settings["Urls"]!), "/api/messages"))];
        _bots.AddRange(await Task.WhenAll(processes.Select(settings => BotProcess.StartAsync(settings))));
    }

    /// <summary>The keys that are in the database, locked.</summary>
    public async Task<string> RingAsync() => (string)(await Database.ScalarAsync("""SELECT string_agg("Content", '') FROM "Keys" WHERE "Name" LIKE 'ring %'"""))!;

    /// <summary>Riya asks for a trunk.</summary>
    public async Task AskAsync(int number)
    {
        await _riya.SaysAsync("/trunk new");
        var heard = await _riya.ClicksAsync("Submit", inputs: Sample.Another(number));
        Assert.Contains("Waiting for an approver", heard.Text, StringComparison.Ordinal);
    }

    /// <summary>Omar approves it, and it is there.</summary>
    public async Task ApproveAsync(int number)
    {
        using var late = new CancellationTokenSource(s_longest);
        var heard = await _omar.SaysAsync(string.Create(CultureInfo.InvariantCulture, $"/trunk approve TR-{number}"));
        Assert.Contains("is approved", heard.Text, StringComparison.Ordinal);
        var name = Sample.Another(number).Single(field => field.Id == "name").Value;
        await _sandbox.Channel.Sent.WaitForAsync(
            sent => Cards.Words(sent.Card) is var words && words.Contains("Trunk id:", StringComparison.Ordinal) && words.Contains(name, StringComparison.Ordinal), late.Token);
        Assert.Equal(Sample.Password, _sandbox.VideoSdk.Trunks.Single(trunk => trunk.Name == name).Password);
    }

    /// <summary>Nothing that was secret between the bot and Azure is in a text, nor what Azure answered.</summary>
    public void AssertNothingLeakedInto(string text)
    {
        string[] secrets = [.. Azure.Vault.Values, FakeLogin.Token, FakeLogin.Secret, FakeLogin.IdentityHeader, FakeLogin.FederatedToken, FakeLogin.Answer];
        Assert.All(secrets, secret => Assert.Null(new Canary(secret).FoundIn(text)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        await _sandbox.DisposeAsync();
        await Azure.DisposeAsync();
        await Database.DisposeAsync();
    }
}
