using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Conversations;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Deciding;

/// <summary>
/// Whether those who have said yes, and who asked, still have their roles. It is found out at the deed, each time anew: what was known of
/// them when they spoke, or a minute ago, does not count.
/// </summary>
internal sealed class Authority(RoleBook roles, AddressBook places, AuditTrail audit)
{
    /// <summary>Looks at everybody who has approved.</summary>
    /// <param name="approval">What they have approved.</param>
    /// <param name="role">The role that each of them must have; somebody who pushed it through must be an Admin.</param>
    /// <param name="ct">Ends the turn or job.</param>
    /// <returns>The sources of roles that can't be asked now, where it depends on them; then nothing was changed.</returns>
    public async Task<IReadOnlySet<string>> ReviewAsync(Approval approval, Role role, CancellationToken ct)
    {
        var room = RoomBook.Read(approval.Room);
        var still = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var decision in approval.Standing)
        {
            var met = await MetAsync(decision.Met ?? At(room, decision.PersonId), room.ChannelId, ct);
            var now = await roles.RolesOfAsync(new Person(approval.TenantId, decision.PersonId, decision.PersonName ?? "") { Met = met }, ct);
            var has = now.Has(decision.IsPush ? Role.Admin : role);
            if (!has && now.Unreachable.Count > 0)
                return now.Unreachable;
            still[decision.PersonId] = has;
        }

        foreach (var changed in approval.Review(still))
            audit.ByTrunkBot(
                approval.TenantId, approval.SubjectId, changed.IsLapsed ? "approval no longer counts" : "approval counts again",
                $"{changed.PersonName} {(changed.IsLapsed ? "has lost" : "has")} the role {(changed.IsPush ? Role.Admin : role)}");
        return RoleSet.None.Unreachable;
    }

    /// <summary>What somebody who asked may do now.</summary>
    /// <param name="asker">Who.</param>
    /// <param name="asked">Where they asked.</param>
    /// <param name="ct">Ends the turn or job.</param>
    public async Task<RoleSet> OfAskerAsync(Person asker, ConversationReference asked, CancellationToken ct) => await roles.RolesOfAsync(
        asker with { Met = await MetAsync(At(asked, asked.User?.Id ?? asker.ObjectId), asked.ChannelId, ct) }, ct);

    private async Task<Encounter> MetAsync(Encounter met, string channelId, CancellationToken ct)
    {
        var there = new ConversationReference
        {
            ChannelId = met.ChannelId ?? channelId,
            ServiceUrl = met.ServiceUrl,
            Conversation = new ConversationAccount { Id = met.ConversationId },
        };
        return met with { ServiceUrl = (await places.RenewAsync(there, ct)).ServiceUrl, MustAsk = true };
    }

    private static Encounter At(ConversationReference place, string accountId) =>
        new(place.ServiceUrl, ActivityExtensions.WithoutThread(place.Conversation.Id!), accountId) { ChannelId = place.ChannelId };
}
