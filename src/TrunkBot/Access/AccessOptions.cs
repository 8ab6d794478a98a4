using System.ComponentModel.DataAnnotations;
using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Access;

/// <summary>Section <c>Access</c>: who is believed, who is answered, who may what.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>The channels whose word on person and tenant is an identity; default <c>msteams</c>. On any other a person has no role.</summary>
    public IReadOnlyList<string>? IdentityFromChannel { get; set; }

    /// <summary>The Entra tenants that are answered; default <c>MicrosoftAppTenantId</c>. Required for a MultiTenant bot.</summary>
    public IReadOnlyList<string>? Tenants { get; set; }

    /// <summary>How long the answer of a role source counts at most; default 10 minutes, from 10 seconds to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "Access:RememberFor must be between 00:00:10 and 01:00:00.")]
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Who has which role, as principals such as <c>user:&lt;tenantId&gt;/&lt;objectId&gt;</c>.</summary>
    public RoleLists Roles { get; set; } = new();

    public bool BelievesIdentityFrom(string? channelId) =>
        (IdentityFromChannel ?? [ChannelIds.Msteams]).Contains(channelId, StringComparer.Ordinal);
}

/// <summary>One list of principals for each role.</summary>
internal sealed class RoleLists
{
    /// <summary>Ask for trunks and see their own.</summary>
    public IReadOnlyList<string>? Requester { get; set; }

    /// <summary>Decide, and see the tenant's requests.</summary>
    public IReadOnlyList<string>? Approver { get; set; }

    /// <summary>Set the approvals room and settle unknown outcomes.</summary>
    public IReadOnlyList<string>? Admin { get; set; }

    public IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Requester => Requester,
        Role.Approver => Approver,
        Role.Admin => Admin,
        _ => null,
    } ?? [];
}
