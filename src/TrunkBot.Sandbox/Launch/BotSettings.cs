using System.Globalization;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.VideoSdk;

namespace TrunkBot.Sandbox.Launch;

/// <summary>The settings with which a bot finds itself in the sandbox's world.</summary>
internal sealed class BotSettings(SandboxWorld world, SandboxVideoSdk videoSdk)
{
    internal Dictionary<string, string?> For(int botPort, string databaseFile, string rootCertificateFile)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{botPort}");
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = address,
            ["PublicUrl"] = address,
            ["ConnectionStrings:TrunkBot"] = $"Data Source={databaseFile}",
            ["TrustedRootCertificate"] = rootCertificateFile,
            ["VideoSdk:BaseUrl"] = world.Address.GetLeftPart(UriPartial.Authority),
            ["VideoSdk:ApiKey"] = videoSdk.ApiKey,
            ["VideoSdk:Secret"] = videoSdk.Secret,
        };
        AddIdentity(settings);
        AddChannel(settings);
        AddRole(settings, "Requester", "requester");
        AddRole(settings, "Approver", "approver");
        AddRole(settings, "Admin", "admin");
        return settings;
    }

    private void AddIdentity(Dictionary<string, string?> settings)
    {
        settings["MicrosoftAppType"] = "SingleTenant";
        settings["MicrosoftAppId"] = SandboxWorld.AppId;
        settings["MicrosoftAppPassword"] = world.AppPassword;
        settings["MicrosoftAppTenantId"] = SandboxWorld.TenantId;
        settings["ToChannelFromBotLoginUrl"] = new Uri(world.LoginAddress, SandboxWorld.TenantId).AbsoluteUri;
        settings["ToChannelFromBotOAuthScope"] = $"{Login.SandboxLogin.Resource}/.default";
        settings["GraphUrl"] = new Uri(world.Address, "graph").AbsoluteUri;
        settings["OAuthUrl"] = new Uri(world.Address, "token").AbsoluteUri;
        settings["ToBotFromChannelOpenIdMetadataUrl"] = new Uri(world.Address, "channel/.well-known/openidconfiguration").AbsoluteUri;
        settings["ToBotFromChannelTokenIssuer"] = ChannelToken.ChannelIssuer;
    }

    private void AddChannel(Dictionary<string, string?> settings)
    {
        settings["TrustedServiceHosts:0"] = world.Address.Authority;
        settings["Channels:Allowed:0"] = settings["Access:IdentityFromChannel:0"] = SandboxWorld.Teams;
        settings["Channels:Allowed:1"] = settings["Access:IdentityFromChannel:1"] = SandboxWorld.WebChat;
        settings["Approvals:Room:ChannelId"] = ConversationTable.Room.ChannelId;
        settings["Approvals:Room:ConversationId"] = ConversationTable.Room.Id;
        settings["Approvals:Room:TenantId"] = SandboxWorld.TenantId;
        settings["Approvals:Room:ServiceUrl"] = world.ServiceUrl;
    }

    private static void AddRole(Dictionary<string, string?> settings, string role, string held)
    {
        var holders = SandboxWorld.People.Where(person => person.Role == held).ToArray();
        for (var at = 0; at < holders.Length; at++)
            settings[$"Access:Roles:{role}:{at}"] = $"user:{holders[at].ObjectId}";
    }
}
