using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Connector;

/// <summary>Who may see the bot's token.</summary>
public sealed class TrustedServiceTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://SMBA.trafficmanager.net/emea/tenant")]
    [InlineData("https://smba.trafficmanager.net:443/teams/")]
    [InlineData("https://connector.example:8443/")]
    [InlineData("http://localhost:3979/")]
    [InlineData("http://[::1]:3979/")]
    public void A_host_on_the_list_is_called(string serviceUrl) =>
        Assert.EndsWith("/", Services().Root(serviceUrl), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net:444/teams/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://evil.example/smba.trafficmanager.net")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?a=b")]
    [InlineData("https://smba.trafficmanager.net/#a")]
    [InlineData("https://connector.example/")]
    [InlineData("http://connector.example:8443/")]
    [InlineData("http://localhost:3980/")]
    [InlineData("http://127.0.0.1:3979/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///etc/hostname")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public void Any_other_address_is_not(string serviceUrl) =>
        Assert.Throws<UntrustedServiceException>(() => Services().Root(serviceUrl));

    [Theory]
    [InlineData("", "smba.trafficmanager.net")]
    [InlineData("", "smba.infra.gcc.teams.microsoft.com")]
    [InlineData("https://botframework.azure.us", "smba.infra.gov.teams.microsoft.us")]
    [InlineData("https://botframework.azure.us", "smba.infra.dod.teams.microsoft.us")]
    public void Each_cloud_has_its_connector_hosts(string cloud, string host)
    {
        var services = new TrustedServices(new ChannelAuthenticationOptions { MicrosoftAppId = BotSide.AppId, ChannelService = cloud });
        Assert.Equal($"https://{host}/teams/", services.Root($"https://{host}/teams"));
        Assert.Throws<UntrustedServiceException>(() => services.Root("http://localhost/"));
    }

    [Theory]
    [InlineData("", "smba.infra.gov.teams.microsoft.us")]
    [InlineData("", "smba.infra.gcc.teams.microsoft.us")]
    [InlineData("https://botframework.azure.us", "smba.infra.gcc.teams.microsoft.com")]
    [InlineData("https://botframework.azure.us", "smba.trafficmanager.net")]
    public void No_cloud_trusts_the_hosts_of_another(string cloud, string host) => Assert.Throws<UntrustedServiceException>(
        () => new TrustedServices(new ChannelAuthenticationOptions { MicrosoftAppId = BotSide.AppId, ChannelService = cloud }).Root($"https://{host}/teams/"));

    [Fact]
    public async Task A_host_that_is_not_on_the_list_gets_no_request_and_costs_no_login()
    {
        await using var bot = await BotSide.StartAsync(("TrustedServiceHosts:0", "smba.trafficmanager.net"), ("TrustedServiceHosts:1", "connector.example"));
        var failure = await Assert.ThrowsAsync<UntrustedServiceException>(
            () => bot.Connector.SendToConversationAsync(bot.ServiceUrl, "c", Activity.Message("Hello")));
        Assert.Equal(ConnectorOutcome.Refused, failure.Outcome);
        Assert.False(failure.MayPass);
        Assert.Empty(bot.Channel.Requests);
        Assert.Empty(bot.Channel.Logins);
    }

    [Fact]
    public async Task The_anonymous_bot_shows_no_token_and_calls_loopback_only()
    {
        await using var bot = await BotSide.StartAsync(("MicrosoftAppId", ""), ("MicrosoftAppPassword", ""), ("AllowAnonymousLoopback", "true"));
        await bot.Connector.SendToConversationAsync(bot.ServiceUrl, "c", Activity.Message("Hello"));
        Assert.Null(Assert.Single(bot.Channel.Requests).Authorization);
        await Assert.ThrowsAsync<UntrustedServiceException>(
            () => bot.Connector.SendToConversationAsync("https://smba.trafficmanager.net/teams/", "c", Activity.Message("Hello")));
        Assert.Empty(bot.Channel.Logins);
    }

    private static TrustedServices Services() => new(new ChannelAuthenticationOptions
    {
        MicrosoftAppId = BotSide.AppId,
        TrustedServiceHosts = ["smba.trafficmanager.net", "connector.example:8443", "localhost:3979", "[::1]:3979"],
    });
}
