using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Shape;

/// <summary>A start that would not end well does not begin, and says everything that is to be changed.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-start-");

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var problems = ProblemsWith(
            ("MicrosoftAppId", ""), ("VideoSdk:ApiKey", ""), ("VideoSdk:Secret", ""), ("Access:Roles:Admin:0", "wizard:7"), ("PublicUrl", "http://bot.example.com"));
        foreach (var name in new[] { "MicrosoftAppId is missing", "VideoSdk:ApiKey is missing", "VideoSdk:Secret is missing", "Access:Roles:Admin:0", "PublicUrl must be an https address" })
            Assert.Contains(problems, problem => problem.StartsWith(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VideoSdk:BaseUrl", "http://api.videosdk.live")]
    [InlineData("VideoSdk:BaseUrl", "nonsense")]
    [InlineData("VideoSdk:AuthorizationScheme", "Basic")]
    [InlineData("VideoSdk:Timeout", "00:00:00")]
    [InlineData("PublicUrl", "http://trunkbot.example.com")]
    [InlineData("PublicUrl", "trunkbot")]
    [InlineData("PublicUrl", "https://trunkbot.example.com/?page=1")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://login.botframework.com/keys")]
    [InlineData("ToChannelFromBotLoginUrl", "http://login.microsoftonline.com/tenant")]
    [InlineData("MicrosoftAppId", "not-a-guid")]
    [InlineData("MicrosoftAppType", "Managed")]
    [InlineData("TrustedRootCertificate", "/nowhere/root.pem")]
    [InlineData("TrustedServiceHosts:0", "https://smba.trafficmanager.net/")]
    [InlineData("Access:Tenants:0", "contoso")]
    [InlineData("Access:Roles:Requester:0", "everybody")]
    [InlineData("Secrets:KeepUnknown", "00:00:01")]
    [InlineData("VideoSdk:Timeout", "soon")]
    [InlineData("Jobs:Workers", "many")]
    [InlineData("Jobs:Workers", "1000")]
    [InlineData("Trunks:MaxNumbers", "0")]
    [InlineData("Limits:RequestBody", "1")]
    [InlineData("Approvals:ExpiresAfter", "00:00:01")]
    public void A_bad_value_is_refused_in_a_sentence_that_names_the_setting(string key, string value)
    {
        var problem = Assert.Single(ProblemsWith((key, value)));
        Assert.Contains(key.Split(':')[^1] is "0" ? key.Split(':')[^2] : key.Split(':')[^1], problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Good_settings_have_no_problem() => Assert.Empty(ProblemsWith());

    [Theory]
    [InlineData("AllowAnonymousLoopback", "false")]
    [InlineData("environment", "Production")]
    [InlineData("Urls", "http://0.0.0.0:3978")]
    [InlineData("MicrosoftAppPassword", "Zq7-Horse-42")]
    public void Without_an_app_id_all_four_conditions_must_hold(string key, string value)
    {
        (string, string)[] anonymous =
            [("MicrosoftAppId", ""), ("MicrosoftAppPassword", ""), ("AllowAnonymousLoopback", "true"), ("environment", "Development")];
        Assert.Empty(ProblemsWith(anonymous));
        Assert.NotEmpty(ProblemsWith([.. anonymous, (key, value)]));
    }

    [Fact]
    public async Task The_check_says_what_is_wrong_and_touches_nothing()
    {
        var (code, said) = await RunAsync(("VideoSdk:Secret", "short"));
        Assert.Equal(1, code);
        Assert.Contains("VideoSdk:Secret is too short", said, StringComparison.Ordinal);
        Assert.Equal((0, "The configuration is good."), await BotProcess.JudgeAsync(Settings()));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "trunkbot.db")));
    }

    [Fact]
    public async Task The_first_rule_that_the_environment_sets_is_not_mixed_with_one_of_the_programs() => Assert.Equal(
        (0, "The configuration is good."),
        await BotProcess.JudgeAsync(Settings(("Policies:Rules:0:Rule", "countries-allowed"), ("Policies:Rules:0:Countries:0", "US"))));

    [Fact]
    public async Task A_bot_without_an_identity_says_so_in_the_log_and_on_every_card()
    {
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            Settings = new() { ["MicrosoftAppId"] = "", ["MicrosoftAppPassword"] = "", ["AllowAnonymousLoopback"] = "true" },
            Environment = "Development",
        });
        Assert.Contains(world.Log.Lines, line => line.Contains("LOCAL USE ONLY", StringComparison.Ordinal));

        await AskAsync(world, []);
        var sent = world.Sandbox.Channel.Calls.Last(call => call.Card is not null);
        Assert.Contains("Local use only", Cards.Words(sent.Card), StringComparison.Ordinal);
        var answered = await AskAsync(world, new() { ["deliveryMode"] = "expectReplies" });
        Assert.Contains("Local use only", answered.Body.ToString(), StringComparison.Ordinal);
        var clicked = await AskAsync(world, Talker.Invoke(new() { ["verb"] = "trunk.new" }, null));
        Assert.Contains("Local use only", clicked.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_loses_its_database_before_it_has_its_keys_says_so_in_a_sentence()
    {
        var database = await PostgresDatabase.CreateAsync();
        await using var bot = TrunkBotApp.Create([], builder =>
            builder.Configuration.AddInMemoryCollection(Settings([.. database.Settings.Select(setting => (setting.Key, setting.Value!))])));
        await TrunkBotApp.PrepareAsync(bot);
        await database.DisposeAsync();
        var problem = await Assert.ThrowsAnyAsync<Exception>(() => bot.StartAsync());
        Assert.StartsWith("The database that ConnectionStrings:TrunkBot names stopped answering (", Assert.Single(StartProblem.SentencesOf(problem)), StringComparison.Ordinal);
    }

    private static Task<Delivery> AskAsync(Company world, JsonObject activity)
    {
        if (!activity.ContainsKey("type"))
            (activity["type"], activity["text"]) = ("message", "/trunk new");
        return world.Sandbox.Channel.PostAsync(world.Sandbox.Channel.Compose("riya", "personal", activity), token: null);
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Company.FreePort(), Path.Combine(_folder.FullName, "trunkbot.db")));
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }

    private IReadOnlyList<string> ProblemsWith(params (string Key, string Value)[] changes)
    {
        var settings = Settings(changes);
        try
        {
            using var app = (IDisposable)TrunkBotApp.Create(["--environment", settings.GetValueOrDefault("environment") ?? "Production"],
                builder => builder.Configuration.AddInMemoryCollection(settings));
            TrunkBotApp.Check((Microsoft.AspNetCore.Builder.WebApplication)app);
            return [];
        }
        catch (Exception problem) when (StartProblem.SentencesOf(problem) is { Count: > 0 } sentences)
        {
            return sentences;
        }
    }

    private Task<(int Code, string Said)> RunAsync(params (string Key, string Value)[] changes) => BotProcess.CheckAsync(Settings(changes));
}
