using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Where a question has to be brought up to date; a room that is gone is left out, or left for the one that there is instead.</summary>
internal sealed class ApprovalPlaces(TrunkBotDbContext db, Commit commit, RoomBook rooms, ApprovalDesk approvals, AuditTrail audit)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, string, CancellationToken, Task<Approval>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, string subjectId, CancellationToken _) =>
            db.Set<Approval>().AsNoTracking().Single(approval => approval.SubjectId == subjectId)));

    /// <summary>The question as it is stored now.</summary>
    public Task<Approval> FindAsync(string subjectId, CancellationToken ct) => s_find.Of(db)(db, subjectId, ct);

    public async Task<PlacesNow> LookAsync(Approval approval, CancellationToken ct)
    {
        var isOpen = approval.State is ApprovalState.Open;
        ApprovalPlace? behind = null, gone = null;
        var waits = false;
        foreach (var place in ApprovalPlace.Of(approval))
        {
            var isBehind = place.Shown != approval.Current;
            if (!isOpen && !isBehind)
                continue;
            if (!await rooms.IsGoneAsync(place.Room, ct))
                behind ??= isBehind ? place : null;
            else if (await InsteadAsync(approval, place, ct) is { } instead)
                return new PlacesNow(null, null, await MoveAsync(approval, place, instead, ct), false);
            else
                (gone, waits) = (gone ?? (isBehind ? place : null), waits || isOpen);
        }

        return new PlacesNow(behind, gone, false, waits);
    }

    /// <summary>Notes what a place has seen. It is saved at once: the post is there.</summary>
    public Task<bool> NoteAsync(ApprovalPlace place, string? postId, string? shown, CancellationToken ct) => commit.TrySaveAsync(place.Note(postId, shown), ct);

    private async Task<ConversationReference?> InsteadAsync(Approval approval, ApprovalPlace place, CancellationToken ct)
    {
        var instead = place.IsFirst ? await rooms.FindAsync(approval.TenantId, ct) : rooms.Second(approval.TenantId);
        return instead is null || (!place.IsFirst && await rooms.IsGoneAsync(RoomBook.Write(instead), ct)) ? null : instead;
    }

    private async Task<bool> MoveAsync(Approval seen, ApprovalPlace place, ConversationReference instead, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(one => one.SubjectId == seen.SubjectId, ct);
        if (place.IsFirst)
            approval.MoveTo(RoomBook.Write(instead));
        else
            approval.MoveSecondTo(RoomBook.Write(instead));
        audit.ByTrunkBot(approval.TenantId, approval.SubjectId, "asked in another room", $"{instead.ChannelId} {instead.Conversation.Id}");
        if (place.IsFirst && approval.State is ApprovalState.Open)
            await approvals.SayToAskerAsync(approval, () => ApprovalTexts.MovedToAsker(approval), ct);
        return true;
    }
}

/// <summary>What there is to do.</summary>
/// <param name="Behind">A place that has not seen how things stand; null for none.</param>
/// <param name="Gone">A place that has not seen it and is gone; null for none.</param>
/// <param name="HasMoved">Whether the question was moved to another room; then there is one that has not seen it.</param>
/// <param name="Waits">Whether a room is gone and there is none instead.</param>
internal sealed record PlacesNow(ApprovalPlace? Behind, ApprovalPlace? Gone, bool HasMoved, bool Waits);
