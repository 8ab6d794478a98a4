using TrunkBot.Load.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Load.Children;

/// <summary>How the two programs are built and told about the world.</summary>
internal static class Orders
{
    public static ChildOrder Floor(string folder) => new(
        "floor", Path.Combine(AppContext.BaseDirectory, "TrunkBot.Load.dll"), folder, ["--floor"], new Dictionary<string, string>());

    /// <summary>The same bot in another folder, with these settings instead of its own.</summary>
    public static ChildOrder In(ChildOrder bot, string name, string folder, params (string Name, string Value)[] changes)
    {
        var settings = new Dictionary<string, string>(bot.Settings);
        foreach (var (setting, value) in changes)
            settings[setting] = value;
        return bot with { Name = name, Folder = folder, Settings = settings };
    }

    /// <summary>The bot as it ships.</summary>
    public static async Task<ChildOrder> BotAsync(string folder, ChannelHost channel)
    {
        var program = ShippedBot.Program;
        var certificate = Path.Combine(folder, "root.pem");
        await File.WriteAllTextAsync(certificate, channel.RootPem);
        return new ChildOrder("TrunkBot", program, folder, [], Settings(channel, folder, certificate));
    }

    private static Dictionary<string, string> Settings(ChannelHost channel, string folder, string certificate) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__TrunkBot"] = $"Data Source={Path.Combine(folder, "trunkbot.db")}",
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = Identity.AppId,
        ["MicrosoftAppPassword"] = Identity.AppPassword,
        ["MicrosoftAppTenantId"] = Identity.TenantId,
        ["ToChannelFromBotLoginUrl"] = channel.LoginUrl,
        ["ToBotFromChannelOpenIdMetadataUrl"] = $"{channel.Address}/openid",
        ["ToBotFromChannelTokenIssuer"] = Identity.TokenIssuer,
        ["TrustedServiceHosts__0"] = new Uri(channel.Address).Authority,
        ["TrustedRootCertificate"] = certificate,
        ["Access__Roles__Requester__0"] = $"tenant:{Identity.TenantId}",
        ["Access__Roles__Approver__0"] = $"user:{Identity.ApproverId}",
        ["Approvals__Room__ChannelId"] = Identity.ChannelId,
        ["Approvals__Room__ConversationId"] = Identity.RoomId,
        ["Approvals__Room__TenantId"] = Identity.TenantId,
        ["Approvals__Room__ServiceUrl"] = channel.ServiceUrl,
        ["VideoSdk__BaseUrl"] = channel.Address,
        ["VideoSdk__ApiKey"] = Guid.NewGuid().ToString(),
        ["VideoSdk__Secret"] = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"),
    };
}
