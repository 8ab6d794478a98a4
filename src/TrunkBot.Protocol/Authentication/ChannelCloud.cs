namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// Every address that differs by cloud, in one table; an empty one is not published and has to be set. GCC is the public cloud, but for one host.
/// </summary>
/// <param name="ChannelService">The setting's value: the Bot Framework's own address, or a name of ours where it has none for one cloud alone.</param>
/// <param name="OpenIdMetadataUrl">Names the channel's signing keys.</param>
/// <param name="TokenIssuer">The issuer of the channel's tokens.</param>
/// <param name="LoginHost">Where the bot and its people log in.</param>
/// <param name="MultiTenantLoginTenant">The tenant at which a MultiTenant bot logs in.</param>
/// <param name="OAuthScope">The scope of the bot's tokens for the connector.</param>
/// <param name="TokenServiceUrl">The Bot Framework's token service.</param>
/// <param name="GraphUrl">Microsoft Graph; with <c>/.default</c> its scope.</param>
/// <param name="FederationAudience">What a managed identity's token is for, that vouches for the bot.</param>
/// <param name="VaultHosts">What the hosts of Azure Key Vault end in; with <c>https://</c> the resource of their tokens.</param>
/// <param name="ServiceHosts">Hosts of the connector, which may get the bot's token.</param>
/// <remarks>
/// Sources. Channel and connector: Microsoft's "Authentication with the Bot Connector API" and "Configure Bot Framework bots for US Government customers";
/// microsoft/botbuilder-dotnet, <c>AuthenticationConstants</c> and <c>GovernmentAuthenticationConstants</c>; microsoft/Agents-for-net,
/// <c>AuthenticationConstants</c> (China). Hosts of the connector: Teams documentation, "Send proactive messages" (public, GCC, GCC High, DoD). Login: "National
/// clouds" of the Microsoft identity platform. Graph: "National cloud deployments" of Microsoft Graph (DoD has a host of its own). Federation: "Configure an
/// application to trust a managed identity". Vaults: "Azure Key Vault security worlds and geographic boundaries" and Azure's tables of endpoints by cloud.
/// </remarks>
internal sealed record ChannelCloud(
    string ChannelService,
    string OpenIdMetadataUrl,
    string TokenIssuer,
    string LoginHost,
    string MultiTenantLoginTenant,
    string OAuthScope,
    string TokenServiceUrl,
    string GraphUrl,
    string FederationAudience,
    string VaultHosts,
    IReadOnlyList<string> ServiceHosts)
{
    private const string GovernmentHost = "smba.infra.gov.teams.microsoft.us", DefenceHost = "smba.infra.dod.teams.microsoft.us";

    private static readonly ChannelCloud Public = new(
        ChannelService: "",
        OpenIdMetadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
        TokenIssuer: "https://api.botframework.com",
        LoginHost: "https://login.microsoftonline.com",
        MultiTenantLoginTenant: "botframework.com",
        OAuthScope: "https://api.botframework.com/.default",
        TokenServiceUrl: "https://token.botframework.com",
        GraphUrl: "https://graph.microsoft.com",
        FederationAudience: "api://AzureADTokenExchange",
        VaultHosts: "vault.azure.net",
        // The second one is GCC's, which uses the public cloud for everything else.
        ServiceHosts: ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"]);

    // The Bot Framework has one address for both of them: who sets that trusts both hosts, and asks GCC High's Graph.
    private static readonly ChannelCloud Government = new(
        ChannelService: "https://botframework.azure.us",
        OpenIdMetadataUrl: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        TokenIssuer: "https://api.botframework.us",
        LoginHost: "https://login.microsoftonline.us",
        MultiTenantLoginTenant: "MicrosoftServices.onmicrosoft.us",
        OAuthScope: "https://api.botframework.us/.default",
        TokenServiceUrl: "https://token.botframework.azure.us",
        GraphUrl: "https://graph.microsoft.us",
        FederationAudience: "api://AzureADTokenExchangeUSGov",
        VaultHosts: "vault.usgovcloudapi.net",
        ServiceHosts: [GovernmentHost, DefenceHost]);

    private static readonly ChannelCloud GccHigh = Government with { ChannelService = "GCCHigh", ServiceHosts = [GovernmentHost] };

    private static readonly ChannelCloud Defence = Government with
    {
        ChannelService = "DoD",
        GraphUrl = "https://dod-graph.microsoft.us",
        ServiceHosts = [DefenceHost],
    };

    private static readonly ChannelCloud China = new(
        ChannelService: "https://botframework.azure.cn",
        OpenIdMetadataUrl: "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        TokenIssuer: "https://api.botframework.azure.cn",
        LoginHost: "https://login.partner.microsoftonline.cn",
        MultiTenantLoginTenant: "",
        OAuthScope: "https://api.botframework.azure.cn/.default",
        TokenServiceUrl: "https://token.botframework.azure.cn",
        GraphUrl: "https://microsoftgraph.chinacloudapi.cn",
        FederationAudience: "api://AzureADTokenExchangeChina",
        VaultHosts: "vault.azure.cn",
        ServiceHosts: []);

    public static IReadOnlyList<ChannelCloud> All { get; } = [Public, Government, GccHigh, Defence, China];

    public static ChannelCloud? Find(string channelService) => All.FirstOrDefault(
        cloud => string.Equals(cloud.ChannelService, channelService.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
}
