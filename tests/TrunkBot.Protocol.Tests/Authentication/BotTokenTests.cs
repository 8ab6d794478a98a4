using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>How the bot logs in, over https with a root that only its settings trust.</summary>
public sealed class BotTokenTests : IAsyncLifetime
{
    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private FakeChannel Channel => _bot.Channel;

    [Fact]
    public async Task The_bot_shows_id_and_secret_for_the_connectors_scope()
    {
        var token = await _bot.Tokens.GetAsync();
        Assert.Equal("Bearer token-1", token!.ToString());
        var login = Assert.Single(Channel.Logins);
        Assert.Equal(BotSide.Tenant, login["tenant"]);
        Assert.Equal("client_credentials", login["grant_type"]);
        Assert.Equal(BotSide.AppId, login["client_id"]);
        Assert.Equal(BotSide.Password, login["client_secret"]);
        Assert.Equal("https://api.botframework.com/.default", login["scope"]);
    }

    [Fact]
    public async Task A_hundred_callers_log_in_once_and_the_token_is_kept_until_ten_minutes_before_its_end()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await _bot.Tokens.GetAsync())));
        Assert.All(tokens, token => Assert.Equal("token-1", token!.Parameter));
        _bot.Clock.Advance(TimeSpan.FromMinutes(49));
        Assert.Equal("token-1", (await _bot.Tokens.GetAsync())!.Parameter);
        Assert.Single(Channel.Logins);
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        // The old one is shown while the new one is fetched.
        Assert.Equal("token-1", (await _bot.Tokens.GetAsync())!.Parameter);
        await ShowsAsync("token-2");
        Assert.Equal(2, Channel.Logins.Count);
    }

    [Fact]
    public async Task A_token_that_could_not_be_renewed_is_shown_until_a_minute_before_its_end_and_renewed_when_that_works_again()
    {
        await _bot.Tokens.GetAsync();
        Channel.OnLogin = _ => (401, """{"error":"invalid_client"}""");
        _bot.Clock.Advance(TimeSpan.FromMinutes(50));
        await RefusedAsync(1);
        // Not with every message: each half minute.
        Assert.Equal("token-1", (await _bot.Tokens.GetAsync())!.Parameter);
        Assert.Equal(2, Channel.Logins.Count);
        _bot.Clock.Advance(TimeSpan.FromSeconds(30));
        await RefusedAsync(2);
        Assert.Equal(3, Channel.Logins.Count);

        _bot.Clock.Advance(TimeSpan.FromMinutes(8) + TimeSpan.FromSeconds(25));
        Channel.OnLogin = null;
        Assert.Equal("token-1", (await _bot.Tokens.GetAsync())!.Parameter);
        await ShowsAsync("token-4");
    }

    [Fact]
    public async Task A_token_that_has_ended_is_waited_for()
    {
        await _bot.Tokens.GetAsync();
        _bot.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("token-2", (await _bot.Tokens.GetAsync())!.Parameter);
    }

    [Fact]
    public async Task A_dropped_token_is_replaced_once_however_many_drop_it()
    {
        var refused = (await _bot.Tokens.GetAsync())!;
        Parallel.For(0, 50, _ => _bot.Tokens.Drop(refused));
        Assert.Equal("token-2", (await _bot.Tokens.GetAsync())!.Parameter);
        _bot.Tokens.Drop(refused);
        Assert.Equal("token-2", (await _bot.Tokens.GetAsync())!.Parameter);
        Assert.Equal(2, Channel.Logins.Count);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_the_secret_and_without_the_answer()
    {
        Channel.OnLogin = _ => (401, """{"error":"invalid_client","error_description":"AADSTS7000215: canary-description"}""");
        var failure = await Assert.ThrowsAsync<BotTokenException>(async () => await _bot.Tokens.GetAsync());
        Assert.Equal("invalid_client", failure.Code);
        Assert.False(failure.MayPass);
        Assert.Contains("MicrosoftAppPassword", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(Channel.Logins);
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_endpoint_that_fails_is_asked_again_by_the_next_caller()
    {
        Channel.OnLogin = _ => (503, "{}");
        var failure = await Assert.ThrowsAsync<BotTokenException>(async () => await _bot.Tokens.GetAsync());
        Assert.True(failure.MayPass);
        Channel.OnLogin = null;
        Assert.StartsWith("token-", (await _bot.Tokens.GetAsync())!.Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_line_of_the_log_holds_the_token()
    {
        await _bot.Tokens.GetAsync();
        Assert.NotEmpty(_bot.Logs.Lines);
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains("token-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_endpoint_of_an_unknown_root_gets_nothing()
    {
        await using var bot = await BotSide.StartAsync(("TrustedRootCertificate", ""));
        await AssertUnreachableAsync(bot);
    }

    [Theory]
    [InlineData("elsewhere.example", false)]
    [InlineData("localhost", true)]
    public async Task The_configured_root_makes_no_wrong_certificate_right(string name, bool expired)
    {
        await using var bot = BotSide.Start(await FakeChannel.StartAsync(name, expired));
        await AssertUnreachableAsync(bot);
    }

    [Theory]
    [InlineData("SingleTenant", "", "https://login.microsoftonline.com/00000000-0000-0000-0000-0000000000aa", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "", "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "https://botframework.azure.us", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "GCCHigh", "https://login.microsoftonline.us/00000000-0000-0000-0000-0000000000aa", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "DoD", "https://login.microsoftonline.us/00000000-0000-0000-0000-0000000000aa", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "https://botframework.azure.cn/", "https://login.partner.microsoftonline.cn/00000000-0000-0000-0000-0000000000aa", "https://api.botframework.azure.cn/.default")]
    public void Each_cloud_and_app_type_has_its_login_address(string appType, string cloud, string loginUrl, string scope)
    {
        var addresses = ChannelAddresses.Of(new ChannelAuthenticationOptions
        {
            MicrosoftAppType = appType,
            MicrosoftAppTenantId = BotSide.Tenant,
            ChannelService = cloud,
        });
        Assert.Equal(loginUrl, addresses.LoginUrl);
        Assert.Equal(scope, addresses.OAuthScope);
    }

    [Theory]
    [InlineData("", "https://graph.microsoft.com", "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com")]
    [InlineData("https://botframework.azure.us", "https://graph.microsoft.us", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us")]
    [InlineData("gcchigh", "https://graph.microsoft.us", "smba.infra.gov.teams.microsoft.us")]
    [InlineData("DoD", "https://dod-graph.microsoft.us", "smba.infra.dod.teams.microsoft.us")]
    [InlineData("https://botframework.azure.cn", "https://microsoftgraph.chinacloudapi.cn")]
    public void Each_cloud_has_its_Graph_and_the_hosts_that_may_get_the_bots_token(string cloud, string graph, params string[] hosts)
    {
        var found = ChannelCloud.Find(cloud)!;
        Assert.Equal(graph, found.GraphUrl);
        Assert.Equal(hosts, found.ServiceHosts);
    }

    private async Task ShowsAsync(string token)
    {
        while ((await _bot.Tokens.GetAsync())!.Parameter != token)
            await Task.Yield();
    }

    private async Task RefusedAsync(int times)
    {
        while (_bot.Logs.Lines.Count(line => line.Contains("got no token", StringComparison.Ordinal)) < times)
        {
            Assert.Equal("token-1", (await _bot.Tokens.GetAsync())!.Parameter);
            await Task.Yield();
        }
    }

    private static async Task AssertUnreachableAsync(BotSide bot)
    {
        var failure = await Assert.ThrowsAsync<BotTokenException>(async () => await bot.Tokens.GetAsync());
        Assert.True(failure.MayPass);
        Assert.Empty(bot.Channel.Logins);
    }
}
