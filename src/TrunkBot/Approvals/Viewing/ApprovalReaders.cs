using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Conversations;
using TrunkBot.Protocol.Cards;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Viewing;

/// <summary>Whose clients ask for a card of their own, by the channel's ids: who asked, those who have acted, and the approvers whom the settings name.</summary>
internal sealed class ApprovalReaders(TrunkBotDbContext db, ApprovalDesk approvals, RoleBook roles)
{
    /// <summary>As many as the channel takes. Whoever is not known by an id of this channel uses the card that everybody sees.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Approval approval, string channelId, CancellationToken ct)
    {
        List<string> people =
        [
            .. People(approval).Concat(roles.Named(approval.Role, approval.TenantId).Select(person => person.ObjectId).Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal).Take(CardRefresh.MostUsers),
        ];
        var met = approval.Decisions.Where(decision => decision.Met is { } met && (met.ChannelId ?? channelId) == channelId)
            .GroupBy(decision => decision.PersonId, StringComparer.Ordinal).ToDictionary(all => all.Key, all => all.Last().Met!.AccountId, StringComparer.Ordinal);
        if (await approvals.AccountOfAskerAsync(approval, channelId, ct) is { } asker)
            met[approval.AskerId] = asker;
        var unknown = people.FindAll(person => !met.ContainsKey(person));
        foreach (var (person, account) in await InPersonalChatsAsync(approval.TenantId, channelId, unknown, ct))
            met[person] = account;
        return [.. people.Select(met.GetValueOrDefault).OfType<string>()];
    }

    private static IEnumerable<string> People(Approval approval) =>
    [
        approval.AskerId,
        .. approval.Decisions.Select(decision => decision.PersonId),
        .. approval.Handovers.SelectMany(handover => (string[])[handover.FromId, handover.ToId]),
    ];

    private async Task<IEnumerable<(string Person, string Account)>> InPersonalChatsAsync(string tenantId, string channelId, List<string> people, CancellationToken ct)
    {
        if (people.Count == 0)
            return [];
        var known = await db.Set<Conversation>().AsNoTracking()
            .Where(place => place.TenantId == tenantId && EF.MultipleParameters(people).Contains(place.PersonId!) && place.ChannelId == channelId && place.AccountId != null)
            .Select(place => new { place.PersonId, place.AccountId })
            .ToListAsync(ct);
        return known.Select(place => (place.PersonId!, place.AccountId!));
    }
}
