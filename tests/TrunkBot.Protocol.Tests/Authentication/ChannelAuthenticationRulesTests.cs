using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>Which settings let the bot start.</summary>
public sealed class ChannelAuthenticationRulesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private static readonly HostSurroundings Production = new(false, ["http://[::]:3978"]);
    private static readonly HostSurroundings Laptop = new(true, ["http://localhost:3978", "https://127.0.0.1:3979", "http://[::1]:3980"]);

    [Fact]
    public void A_single_tenant_bot_needs_id_secret_and_tenant_and_nothing_else() =>
        Assert.Empty(ChannelAuthenticationRules.ProblemsOf(Good(), Production, Now));

    [Fact]
    public void A_multi_tenant_bot_needs_no_tenant()
    {
        var options = Good();
        options.MicrosoftAppType = "MultiTenant";
        options.MicrosoftAppTenantId = "";
        Assert.Empty(ChannelAuthenticationRules.ProblemsOf(options, Production, Now));
    }

    [Theory]
    [InlineData("MicrosoftAppId", "")]
    [InlineData("MicrosoftAppId", "trunkbot")]
    [InlineData("MicrosoftAppPassword", "")]
    [InlineData("MicrosoftAppTenantId", "")]
    [InlineData("MicrosoftAppTenantId", "my tenant")]
    [InlineData("MicrosoftAppTenantId", "a/../b")]
    [InlineData("MicrosoftAppType", "SystemAssignedMSI")]
    [InlineData("MicrosoftAppType", "")]
    [InlineData("ChannelService", "https://botframework.example")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://login.example/metadata")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "/metadata")]
    [InlineData("ToBotFromChannelTokenIssuer", " https://api.botframework.com")]
    [InlineData("ToChannelFromBotLoginUrl", "http://localhost:3980/tenant")]
    [InlineData("ToChannelFromBotLoginUrl", "https://login.microsoftonline.com/")]
    [InlineData("ToChannelFromBotLoginUrl", "login.microsoftonline.com/tenant")]
    [InlineData("ToChannelFromBotOAuthScope", "a b")]
    [InlineData("TrustedServiceHosts", "https://smba.trafficmanager.net")]
    [InlineData("TrustedServiceHosts", "smba.trafficmanager.net/teams")]
    [InlineData("TrustedServiceHosts", "*.trafficmanager.net")]
    [InlineData("TrustedServiceHosts", "user@smba.trafficmanager.net")]
    [InlineData("TrustedServiceHosts", "smba.trafficmanager.net:port")]
    [InlineData("TrustedServiceHosts", "")]
    [InlineData("TrustedRootCertificate", "/no/such/file.pem")]
    [InlineData("TrustedRootCertificate", "TrunkBot.Protocol.dll")]
    public void One_wrong_setting_is_one_sentence_that_names_it(string setting, string value)
    {
        var options = Good();
        if (setting == nameof(options.TrustedServiceHosts))
            options.TrustedServiceHosts = [value];
        else if (value.EndsWith(".dll", StringComparison.Ordinal))
            options.TrustedRootCertificate = Path.Combine(AppContext.BaseDirectory, value);
        else
            typeof(ChannelAuthenticationOptions).GetProperty(setting)!.SetValue(options, value);
        var problem = Assert.Single(ChannelAuthenticationRules.ProblemsOf(options, Production, Now));
        Assert.StartsWith(setting, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:3979/metadata")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://[::1]:3979/metadata")]
    [InlineData("ToChannelFromBotLoginUrl", "https://localhost:3980/tenant")]
    [InlineData("TrustedServiceHosts", "localhost:3979")]
    [InlineData("TrustedServiceHosts", "[::1]:3979")]
    [InlineData("TrustedServiceHosts", "SMBA.trafficmanager.net:443")]
    public void Local_and_exact_addresses_are_taken(string setting, string value)
    {
        var options = Good();
        object given = setting == nameof(options.TrustedServiceHosts) ? (IReadOnlyList<string>)[value] : value;
        typeof(ChannelAuthenticationOptions).GetProperty(setting)!.SetValue(options, given);
        Assert.Empty(ChannelAuthenticationRules.ProblemsOf(options, Production, Now));
    }

    [Fact]
    public void A_cloud_without_a_known_connector_host_asks_for_one()
    {
        var options = Good();
        options.ChannelService = "https://botframework.azure.cn";
        Assert.StartsWith("TrustedServiceHosts", Assert.Single(ChannelAuthenticationRules.ProblemsOf(options, Production, Now)), StringComparison.Ordinal);
        options.MicrosoftAppType = "MultiTenant";
        Assert.Equal(2, ChannelAuthenticationRules.ProblemsOf(options, Production, Now).Count);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_no_secret_is_repeated()
    {
        var options = new ChannelAuthenticationOptions
        {
            MicrosoftAppId = "x",
            MicrosoftAppPassword = "canary-secret",
            ToChannelFromBotLoginUrl = "http://canary-secret.example",
            TrustedServiceHosts = ["*"],
        };
        var problems = ChannelAuthenticationRules.ProblemsOf(options, Production, Now);
        Assert.Equal(4, problems.Count);
        Assert.DoesNotContain(problems, p => p.Contains("canary-secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_app_id_the_bot_starts_only_when_all_four_conditions_hold()
    {
        var options = new ChannelAuthenticationOptions { AllowAnonymousLoopback = true };
        Assert.Empty(ChannelAuthenticationRules.ProblemsOf(options, Laptop, Now));
        Assert.Single(ChannelAuthenticationRules.ProblemsOf(options, Laptop with { IsDevelopment = false }, Now));
        Assert.Single(ChannelAuthenticationRules.ProblemsOf(new ChannelAuthenticationOptions(), Laptop, Now));
        var both = Good();
        both.AllowAnonymousLoopback = true;
        Assert.Single(ChannelAuthenticationRules.ProblemsOf(both, Laptop, Now));
    }

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://[::]:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:3978")]
    [InlineData("http://bot.example:3978")]
    [InlineData("http://localhost.example:3978")]
    [InlineData("")]
    public void An_open_address_ends_the_anonymous_mode(string address)
    {
        var options = new ChannelAuthenticationOptions { AllowAnonymousLoopback = true };
        var open = new HostSurroundings(true, ["http://localhost:3978", address]);
        Assert.Single(ChannelAuthenticationRules.ProblemsOf(options, open, Now));
        Assert.Single(ChannelAuthenticationRules.ProblemsOf(options, new HostSurroundings(true, []), Now));
    }

    [Fact]
    public void The_start_stops_with_every_sentence()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("MicrosoftAppType", "Triple"), new("MicrosoftAppId", "x"), new("TrustedServiceHosts:0", "*")]).Build();
        using var services = new ServiceCollection().AddLogging().AddChannelAuthentication(configuration, Production).BuildServiceProvider();
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(4, failure.Failures.Count());
    }

    [Fact]
    public async Task The_anonymous_bot_takes_loopback_callers_without_a_token_and_nobody_else()
    {
        await using var bot = await BotSide.StartAsync(("MicrosoftAppId", ""), ("MicrosoftAppPassword", ""), ("AllowAnonymousLoopback", "true"));
        var token = (await bot.Validator.ValidateAsync(default)).Token!;
        Assert.True(token.IsAnonymous);
        Assert.True(token.Covers(bot.Activity()));
        Assert.False(token.Covers(new Activity { ChannelId = "emulator", ServiceUrl = "https://smba.trafficmanager.net/teams/" }));
        Assert.False(token.Covers(new Activity { ChannelId = "", ServiceUrl = bot.ServiceUrl }));
        Assert.Equal(401, (await bot.Validator.ValidateAsync("Bearer " + bot.Channel.Signer.Sign(bot.Payload()))).Status);
        Assert.Null(await bot.Tokens.GetAsync());
    }

    private static ChannelAuthenticationOptions Good() => new()
    {
        MicrosoftAppId = BotSide.AppId,
        MicrosoftAppPassword = BotSide.Password,
        MicrosoftAppTenantId = BotSide.Tenant,
    };
}
