using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Access;

/// <summary>Who said this: as far as the channel vouches for it, and no further.</summary>
internal sealed class PersonReader(IOptions<AccessOptions> options)
{
    private const int LongestName = 100;

    public Person Of(Activity activity)
    {
        var from = activity.From;
        var name = Shorten(from?.Name);
        if (!options.Value.BelievesIdentityFrom(activity.ChannelId)
            || from?.Role is not (null or "" or "user")
            || !Guid.TryParse(from?.AadObjectId, out var objectId)
            || TenantOf(activity) is not { } tenant)
            return Person.Unknown(name);
        return new Person(tenant.ToString(), objectId.ToString(), name) { Met = Encounter(activity) };
    }

    /// <summary>The tenant, where everything that names one names the same.</summary>
    public static Guid? TenantOf(Activity activity) => TenantsOf(activity) is [{ } tenant] ? tenant : null;

    /// <summary>Every tenant that is named, each once; null for what is no tenant's id.</summary>
    public static Guid?[] TenantsOf(Activity activity) =>
    [
        .. new[] { activity.Conversation?.TenantId, TeamsChannelData.Of(activity).Tenant?.Id }
            .Where(tenant => !string.IsNullOrEmpty(tenant))
            .Select(tenant => Guid.TryParse(tenant, out var id) ? id : (Guid?)null)
            .Distinct(),
    ];

    private static Encounter? Encounter(Activity activity) =>
        activity is { ServiceUrl: { Length: > 0 } service, Conversation.Id: { Length: > 0 } conversation, From.Id: { Length: > 0 } account }
            ? new Encounter(service, ActivityExtensions.WithoutThread(conversation), account) { ChannelId = activity.ChannelId }
            : null;

    private static string Shorten(string? name)
    {
        var text = name?.Trim() ?? "";
        return text.Length switch
        {
            0 => "Somebody",
            > LongestName => text[..LongestName] + "…",
            _ => text,
        };
    }
}
