using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Looking;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests.Editing;

namespace TrunkBot.Trunks.Requests;

/// <summary>What a decision means for a request; runs inside the deciding transaction.</summary>
internal sealed class TrunkApproval(TrunkBotDbContext db, TrunkPolicy policy, CollisionBook collisions, JobQueue jobs, ChannelTable channels, TimeProvider clock) : IApprovalSubject
{
    public bool Owns(string subjectId) => RequestId.Parse(subjectId) is not null;

    public async Task<IReadOnlyList<Noted>> WarningsAsync(Approval approval, CancellationToken ct)
    {
        var request = await FindAsync(approval, ct);
        return [.. (await collisions.FindAsync(request, TrunkFacts.SpecOf(request), ct)).Select(found => Noted.Of(() => FieldTexts.Line(found)))];
    }

    public async Task<Verdict> JudgeAsync(Approval approval, CancellationToken ct)
    {
        var request = await FindAsync(approval, ct);
        return await policy.JudgeAsync(request, approval.AskedAt, ct);
    }

    public async Task GrantedAsync(Approval approval, CancellationToken ct)
    {
        var request = await FindAsync(approval, ct);
        request.Approve(clock.GetUtcNow());
        jobs.Add(new ProvisionTrunk(request.Number), request.TenantId);
    }

    public async Task RejectedAsync(Approval approval, CancellationToken ct)
    {
        var request = await FindAsync(approval, ct);
        request.Reject(clock.GetUtcNow());
        await collisions.FreeAsync(request, ct);
        Tell(request, approval.Decisions);
    }

    public async Task ExpiredAsync(Approval approval, CancellationToken ct)
    {
        var request = await FindAsync(approval, ct);
        request.Expire(clock.GetUtcNow());
        await collisions.FreeAsync(request, ct);
        Tell(request, []);
    }

    // Whoever withdraws has changed the request already.
    public Task WithdrawnAsync(Approval approval, CancellationToken ct) => Task.CompletedTask;

    public async Task<IReadOnlyList<AdaptiveAction>> ButtonsOfAskerAsync(Approval approval, ChatTurn turn, CancellationToken ct) =>
        [.. ButtonsOfAsker(approval.SubjectId, RequestRights.Of(await FindAsync(approval, ct), turn.Person, turn.Roles), turn.Channel.CardActions)];

    /// <summary>The same by what they may do.</summary>
    public static IEnumerable<AdaptiveAction> ButtonsOfAsker(string subjectId, RequestRights rights, CardActions can)
    {
        if (rights.Edit.IsGiven)
            yield return CardButton.Dialog(can, TrunkTexts.Edit, EditCard.Open, subjectId);
        if (rights.Cancel.IsGiven)
            yield return CardButton.Of(can, TrunkTexts.TakeBack, TrunkCard.Cancel, subjectId, withInputs: false);
    }

    public async Task<string?> AccountOfAskerAsync(Approval approval, string channelId, CancellationToken ct)
    {
        var asked = RoomBook.Read((await FindAsync(approval, ct)).Reference);
        return asked.ChannelId == channelId ? asked.User?.Id : null;
    }

    public async Task SayAsync(Approval approval, Func<string> text, CancellationToken ct) =>
        jobs.Post(RoomBook.Read((await FindAsync(approval, ct)).Reference) with { ActivityId = null }, () => Activity.Message(text()));

    private Task<TrunkRequest> FindAsync(Approval approval, CancellationToken ct)
    {
        var id = RequestId.Parse(approval.SubjectId)!.Value;
        return db.Requests.SingleAsync(request => request.Number == id.Number, ct);
    }

    private void Tell(TrunkRequest request, IReadOnlyList<Decision> decisions)
    {
        var reference = RoomBook.Read(request.Reference);
        using var speaking = Reader.Of(reference).Speak();
        var channel = channels.Find(reference.ChannelId);
        jobs.TellAsker(request, channel, TrunkCard.Of(request, [.. decisions.Select(ApprovalTexts.DecisionLine)], [], channel.CardActions, RequestRights.OfAsker(request), null));
    }
}
