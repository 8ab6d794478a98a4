namespace TrunkBot.Protocol.Authentication;

/// <summary>The addresses of one cloud; an empty one is not published and has to be set.</summary>
internal sealed record ChannelCloud(
    string ChannelService,
    string OpenIdMetadataUrl,
    string TokenIssuer,
    string LoginHost,
    string MultiTenantLoginTenant,
    string OAuthScope,
    string TokenServiceUrl,
    IReadOnlyList<string> ServiceHosts)
{
    private static readonly ChannelCloud Public = new(
        ChannelService: "",
        OpenIdMetadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
        TokenIssuer: "https://api.botframework.com",
        LoginHost: "https://login.microsoftonline.com",
        MultiTenantLoginTenant: "botframework.com",
        OAuthScope: "https://api.botframework.com/.default",
        TokenServiceUrl: "https://token.botframework.com",
        // The second one is GCC's, which uses the public cloud for everything else.
        ServiceHosts: ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    private static readonly ChannelCloud Government = new(
        ChannelService: "https://botframework.azure.us",
        OpenIdMetadataUrl: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        TokenIssuer: "https://api.botframework.us",
        LoginHost: "https://login.microsoftonline.us",
        MultiTenantLoginTenant: "MicrosoftServices.onmicrosoft.us",
        OAuthScope: "https://api.botframework.us/.default",
        TokenServiceUrl: "https://token.botframework.azure.us",
        ServiceHosts: ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"]);

    private static readonly ChannelCloud China = new(
        ChannelService: "https://botframework.azure.cn",
        OpenIdMetadataUrl: "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        TokenIssuer: "https://api.botframework.azure.cn",
        LoginHost: "https://login.partner.microsoftonline.cn",
        MultiTenantLoginTenant: "",
        OAuthScope: "https://api.botframework.azure.cn/.default",
        TokenServiceUrl: "https://token.botframework.azure.cn",
        ServiceHosts: []);

    public static IReadOnlyList<ChannelCloud> All { get; } = [Public, Government, China];

    public static ChannelCloud? Find(string channelService) => All.FirstOrDefault(
        cloud => string.Equals(cloud.ChannelService, channelService.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
}
