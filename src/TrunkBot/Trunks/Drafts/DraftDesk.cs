using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What people have begun to fill in: one draft per person and conversation, kept for a day.</summary>
internal sealed class DraftDesk(
    TrunkBotDbContext db, IBackEnd backEnd, AuditTrail audit, IOptions<TrunkOptions> options, TimeProvider clock)
{
    private const string Numbers = "request";

    // By who it is and its state: no engine is to take the index of all drafts by their age, or that of all that this person ever asked for.
    private static readonly Statement s_newest = Statement.Select<TrunkRequest>(nameof(TrunkRequest.Number))
        .Where(nameof(TrunkRequest.TenantId), nameof(TrunkRequest.AskerId), nameof(TrunkRequest.State), nameof(TrunkRequest.ConversationKey))
        .WhereAboveWithoutIndex(nameof(TrunkRequest.ChangedAt)).OrderByDescendingWithoutIndex(nameof(TrunkRequest.Number)).Limit();

    /// <summary>The draft of this person in this conversation; null when there is none that is young enough.</summary>
    public async Task<TrunkRequest?> FindAsync(ChatTurn turn, CancellationToken ct)
    {
        var (tenant, asker, place) = (turn.Person.TenantId, turn.Person.ObjectId, turn.ConversationKey);
        var oldest = clock.GetUtcNow() - options.Value.DraftLifetime;
        var newest = await backEnd.ListAsync(
            s_newest, row => row.GetInt64(0), ct, tenant, asker, RequestState.Draft, place, oldest, 1);
        return newest is [var number] ? await db.Requests.FindAsync([number], ct) : null;
    }

    /// <summary>The draft whose password a link asks for; null when there is none that is young enough.</summary>
    public async Task<TrunkRequest?> FindAsync(OneTimeLink link, CancellationToken ct)
    {
        if (RequestId.Parse(link.SubjectId) is not { Number: var number })
            return null;
        var request = await db.Requests.SingleOrDefaultAsync(
            request => request.Number == number && request.TenantId == link.TenantId && request.AskerId == link.AskerId, ct);
        return request is { State: RequestState.Draft } && !HasExpired(request) ? request : null;
    }

    public async Task<TrunkRequest> OpenAsync(ChatTurn turn, TrunkFields fields, bool inChat, CancellationToken ct)
    {
        var number = await Sequence.NextAsync(backEnd, Numbers, ct);
        var now = clock.GetUtcNow();
        var draft = new TrunkRequest(number, turn.Person, turn.ConversationKey, RoomBook.Write(turn.Reference), now);
        draft.Fill(fields, inChat, now);
        db.Add(draft);
        return draft;
    }

    /// <returns>Whether the password that was kept went with another host or username, and is gone.</returns>
    public bool Fill(TrunkRequest draft, TrunkFields fields, bool inChat)
    {
        var had = draft.ProtectedPassword is not null;
        draft.Fill(fields, inChat, clock.GetUtcNow());
        return had && draft.ProtectedPassword is null;
    }

    public bool HasExpired(TrunkRequest draft) => draft.ChangedAt + options.Value.DraftLifetime <= clock.GetUtcNow();

    public void ForgetPassword(TrunkRequest draft) => draft.KeepPassword(null, clock.GetUtcNow());

    public void Discard(TrunkRequest draft)
    {
        draft.Cancel(clock.GetUtcNow());
        audit.By(draft.Asker, draft.TenantId, draft.Id.ToString(), "cancelled", "the draft was started over");
    }
}
