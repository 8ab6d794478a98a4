using TrunkBot.Protocol.Authentication.Credentials;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// Who the bot is and whom it believes: the Bot Framework's own setting names, at the root of the configuration.
/// <see cref="ChannelAuthenticationRules"/> checks them before the start.
/// </summary>
/// <remarks>Source: Microsoft's "Authentication with the Bot Connector API". Every address is https; http is taken for loopback only.</remarks>
public sealed class ChannelAuthenticationOptions
{
    /// <summary>
    /// <c>SingleTenant</c> (the default; the Bot Framework's is MultiTenant, which Azure no longer creates), <c>MultiTenant</c>, or <c>UserAssignedMSI</c>: the
    /// bot is a managed identity, and has no other credential.
    /// </summary>
    public string MicrosoftAppType { get; set; } = BotAppTypes.SingleTenant;

    /// <summary>
    /// Application (client) id of the bot's Entra app, a GUID; of a UserAssignedMSI bot, the identity's client id. Shown by the Azure Bot as <i>Microsoft App
    /// ID</i>.
    /// </summary>
    public string MicrosoftAppId { get; set; } = "";

    /// <summary>The value (not the id) of a client secret of that app; empty with another credential.</summary>
    public string MicrosoftAppPassword { get; set; } = "";

    /// <summary>A credential other than a client secret; a section of its own.</summary>
    public BotCredentialOptions MicrosoftAppCredential { get; set; } = new();

    /// <summary>Directory (tenant) id of the app, a GUID or a verified domain. Required for all but <c>MultiTenant</c>.</summary>
    public string MicrosoftAppTenantId { get; set; } = "";

    /// <summary>
    /// Which cloud supplies the defaults below: empty for the public one (GCC too), <c>https://botframework.azure.us</c> for US Government
    /// (<c>GCCHigh</c> or <c>DoD</c> for one of the two alone), <c>https://botframework.azure.cn</c> for China.
    /// </summary>
    public string ChannelService { get; set; } = "";

    /// <summary>OpenID metadata that names the channel's signing keys. Public cloud: <c>https://login.botframework.com/v1/.well-known/openidconfiguration</c>.</summary>
    public string ToBotFromChannelOpenIdMetadataUrl { get; set; } = "";

    /// <summary>The only issuer whose tokens are taken. Public cloud: <c>https://api.botframework.com</c>.</summary>
    public string ToBotFromChannelTokenIssuer { get; set; } = "";

    /// <summary>
    /// Authority that gives the bot its tokens, with a path; always https. Public cloud: <c>https://login.microsoftonline.com/&lt;tenant&gt;</c>,
    /// where the tenant of a MultiTenant bot is <c>botframework.com</c>.
    /// </summary>
    public string ToChannelFromBotLoginUrl { get; set; } = "";

    /// <summary>Scope of those tokens. Public cloud: <c>https://api.botframework.com/.default</c>.</summary>
    public string ToChannelFromBotOAuthScope { get; set; } = "";

    /// <summary>The Bot Framework's token service, where people sign in. Public cloud: <c>https://token.botframework.com</c>.</summary>
    public string OAuthUrl { get; set; } = "";

    /// <summary>Microsoft Graph, where groups and teams are looked up. Public cloud: <c>https://graph.microsoft.com</c>.</summary>
    public string GraphUrl { get; set; } = "";

    /// <summary>
    /// Hosts that may get the bot's token, as <c>host</c> or <c>host:port</c>, compared exactly. Public cloud: <c>smba.trafficmanager.net</c>
    /// and GCC's <c>smba.infra.gcc.teams.microsoft.com</c>. Whoever gets the token can speak as the bot until it expires.
    /// </summary>
    public IReadOnlyList<string>? TrustedServiceHosts { get; set; }

    /// <summary>Path of a PEM file with root certificates that are trusted besides the system's.</summary>
    public string TrustedRootCertificate { get; set; } = "";

    /// <summary>
    /// Lets a local client talk without a token: only without an app id, in Development, listening on loopback, for loopback service
    /// addresses. Default false.
    /// </summary>
    public bool AllowAnonymousLoopback { get; set; }

    /// <summary>True where nobody proves anything and no token is sent; the rules allow it on one machine only.</summary>
    public bool IsAnonymous => MicrosoftAppId.Length == 0 && AllowAnonymousLoopback;
}

/// <summary>Values of <see cref="ChannelAuthenticationOptions.MicrosoftAppType"/>.</summary>
public static class BotAppTypes
{
    /// <summary>The bot logs in at its own tenant.</summary>
    public const string SingleTenant = "SingleTenant";

    /// <summary>The bot logs in at the Bot Framework's tenant.</summary>
    public const string MultiTenant = "MultiTenant";

    /// <summary>The bot is a user-assigned managed identity, and logs in nowhere: the machine that it runs on gives it its tokens.</summary>
    public const string UserAssignedMSI = "UserAssignedMSI";
}
