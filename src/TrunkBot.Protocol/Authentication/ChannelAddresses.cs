namespace TrunkBot.Protocol.Authentication;

/// <summary>The addresses in force: what the settings say, and the cloud's where they say nothing. An empty one is missing.</summary>
internal sealed record ChannelAddresses(
    string OpenIdMetadataUrl, string TokenIssuer, string LoginUrl, string OAuthScope, string TokenServiceUrl,
    IReadOnlyList<string> ServiceHosts, string FederationAudience, string VaultHosts, string GraphUrl, string GraphScope)
{
    public static ChannelAddresses Of(ChannelAuthenticationOptions options)
    {
        var cloud = ChannelCloud.Find(options.ChannelService) ?? ChannelCloud.All[0];
        var tenant = options.MicrosoftAppType == BotAppTypes.MultiTenant
            ? cloud.MultiTenantLoginTenant
            : options.MicrosoftAppTenantId;
        var login = tenant.Length == 0 ? "" : $"{cloud.LoginHost}/{tenant}";
        return new ChannelAddresses(
            Or(options.ToBotFromChannelOpenIdMetadataUrl, cloud.OpenIdMetadataUrl),
            Or(options.ToBotFromChannelTokenIssuer, cloud.TokenIssuer),
            Or(options.ToChannelFromBotLoginUrl, login),
            Or(options.ToChannelFromBotOAuthScope, cloud.OAuthScope),
            Or(options.OAuthUrl, cloud.TokenServiceUrl),
            options.TrustedServiceHosts is { Count: > 0 } hosts ? hosts : cloud.ServiceHosts,
            cloud.FederationAudience,
            cloud.VaultHosts,
            Or(options.GraphUrl, cloud.GraphUrl),
            $"{cloud.GraphUrl}/.default");
    }

    private static string Or(string setting, string otherwise) => setting.Length == 0 ? otherwise : setting;
}
