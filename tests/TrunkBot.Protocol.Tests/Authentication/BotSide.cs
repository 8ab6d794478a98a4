using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>The library as a bot registers it, with a channel of its own.</summary>
internal sealed class BotSide : IAsyncDisposable
{
    public const string AppId = "00000000-0000-0000-0000-0000000000cc";
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    public const string Password = "canary-password-7f3a";
    public const string Issuer = "https://api.botframework.com";
    private readonly ServiceProvider _services;

    private BotSide(FakeChannel channel, ServiceProvider services, PausingClock clock, RecordedLogs logs)
    {
        (Channel, _services, Clock, Logs) = (channel, services, clock, logs);
        ServiceUrl = $"{channel.Http}teams/region/";
    }

    public FakeChannel Channel { get; }

    public PausingClock Clock { get; }

    public RecordedLogs Logs { get; }

    public string ServiceUrl { get; }

    public ChannelTokenValidator Validator => _services.GetRequiredService<ChannelTokenValidator>();

    public BotTokenSource Tokens => _services.GetRequiredService<BotTokenSource>();

    public ConnectorClient Connector => _services.GetRequiredService<ConnectorClient>();

    public static async Task<BotSide> StartAsync(params (string Key, string? Value)[] settings) =>
        Start(await FakeChannel.StartAsync(), settings);

    public static BotSide Start(FakeChannel channel, params (string Key, string? Value)[] settings)
    {
        var clock = new PausingClock();
        var logs = new RecordedLogs();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
            .AddChannelAuthentication(Configuration(channel, settings), new HostSurroundings(true, ["http://localhost:3978"]))
            .BuildServiceProvider();
        return new BotSide(channel, services, clock, logs);
    }

    /// <summary>What the channel writes into a good token.</summary>
    public JsonObject Payload() => new()
    {
        ["iss"] = Issuer,
        ["aud"] = AppId,
        ["nbf"] = Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = Clock.GetUtcNow().AddMinutes(59).ToUnixTimeSeconds(),
        ["serviceurl"] = ServiceUrl,
    };

    public Activity Activity() => new() { Type = "message", ChannelId = "msteams", ServiceUrl = ServiceUrl };

    public async Task<int> StatusOfAsync(string token) => (await Validator.ValidateAsync("Bearer " + token)).Status;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Channel.DisposeAsync();
    }

    internal static IConfiguration Configuration(FakeChannel channel, params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = Password,
            ["MicrosoftAppTenantId"] = Tenant,
            ["ToBotFromChannelOpenIdMetadataUrl"] = $"{channel.Http}metadata",
            ["ToChannelFromBotLoginUrl"] = $"{channel.Https}{Tenant}",
            ["TrustedServiceHosts:0"] = channel.Http.Authority,
            ["TrustedServiceHosts:1"] = channel.Https.Authority,
            ["TrustedRootCertificate"] = TestAuthority.Shared.PemPath,
        };
        foreach (var (key, value) in settings)
            values[key] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
