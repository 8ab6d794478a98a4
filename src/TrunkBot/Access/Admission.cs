using Microsoft.Extensions.Options;
using TrunkBot.Channels;
using TrunkBot.Protocol.Hosting;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Access;

/// <summary>Whom the bot talks to at all: the channels and the tenants that the settings name. Everybody else gets 403 and learns nothing.</summary>
internal sealed class Admission(
    IOptions<ChannelsOptions> channels, IOptions<AccessOptions> access, HomeTenant home, ILogger<Admission> log) : IActivityAdmission
{
    public bool Admits(Activity activity)
    {
        if (Check(activity) is not { } reason)
            return true;
        log.ActivityNotAdmitted(reason);
        return false;
    }

    /// <summary>Why the activity is refused; null when it is not.</summary>
    public string? Check(Activity activity)
    {
        if (!channels.Value.Allows(activity.ChannelId))
            return "its channel isn't in Channels:Allowed.";
        return PersonReader.TenantsOf(activity) switch
        {
            [] => "it names no tenant.",
            [null] => "its tenant's id isn't a GUID. The Microsoft 365 Agents Playground sends one that isn't, until its configuration file names another.",
            [{ } tenant] => IsAllowed(tenant) ? null : "its tenant isn't in Access:Tenants.",
            _ => "it names two tenants.",
        };
    }

    private bool IsAllowed(Guid tenant) => access.Value.Tenants is { Count: > 0 } tenants
        ? tenants.Any(allowed => Guid.TryParseExact(allowed, "D", out var id) && id == tenant)
        : !home.IsMultiTenant && home.Id == tenant;
}
