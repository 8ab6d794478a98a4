using System.CommandLine;
using System.Diagnostics;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Policies;
using TrunkBot.Storage;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What a dry run says of a request: where it would stand, what the rules say, who approves, and what exactly would be sent.</summary>
internal sealed class TrunkForesight(
    TrunkBotDbContext db, TrunkDoor door, FormDesk forms, DraftDesk drafts, SubmitPipeline pipeline, TrunkPolicy policy, WhoApproves who,
    ApprovalDesk approvals, TimeProvider clock) : IForesight
{
    public async Task<IReadOnlyList<Foreseen>> ForeseeAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var id = line.CommandResult.Command.Arguments.Any(argument => argument.Name == "request") ? line.GetValue<string>("request") : null;
        if (await door.SeeAsync(turn, id, ct) is not { State: not RequestState.Draft } request)
            return [];
        var before = db.Entry(request).Property(r => r.State).OriginalValue;
        List<Foreseen> lines = [new(before == request.State ? ForesightTexts.Stays(request) : ForesightTexts.Moves(request, before))];
        if (await approvals.FindAsync(request.Id.ToString(), request.TenantId, ct) is { } approval)
            lines.Add(new(await ApprovalLineAsync(request, approval, ct)));
        if (!request.IsFinal)
            lines.Add(Sends(ProvisionTrunkJob.WireSpec(request)));
        return lines;
    }

    /// <summary>What would come of a new request with these fields; nothing is begun for it, not even a number is taken.</summary>
    public async Task<IReadOnlyList<Foreseen>> ForeseeNewAsync(ChatTurn turn, TrunkFields given, CancellationToken ct)
    {
        var before = await drafts.FindAsync(turn, ct) is { } draft && !FormDesk.NamesAnother(draft.Fields, given) ? draft.Fields : new TrunkFields();
        var nobodys = new TrunkRequest(0, turn.Person, turn.ConversationKey, "", clock.GetUtcNow());
        var fields = forms.Held(given.Over(before), inChat: false);
        switch (await pipeline.JudgeAsync(nobodys, new Submission(fields, null, Region: turn.Region), ct))
        {
            case NeedsFixing fix:
                return [.. ForesightTexts.ToChange(fix.Review.Findings).Select(line => new Foreseen(line))];
            case RefusedByRule refused:
                return [new(await who.SayAsync(refused.Verdict, turn.Person, ct))];
            case NeedsConfirmation confirm:
                return await SayAsync(turn, confirm.Review, confirm.Needs, ct);
            case Ready ready:
                return await SayAsync(turn, ready.Review, ready.Needs, ct);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IReadOnlyList<Foreseen>> SayAsync(ChatTurn turn, TrunkReview review, Verdict needs, CancellationToken ct)
    {
        var spec = review.Spec!;
        return
        [
            .. review.Warnings.Select(warning => new Foreseen(ForesightTexts.Warning(warning))),
            new(await who.SayAsync(needs, turn.Person, ct)),
            Sends(new SipTrunkSpec(spec.Name, spec.Domain, spec.Direction, spec.Numbers, spec.Username)),
        ];
    }

    private static Foreseen Sends(SipTrunkSpec spec) => new(ForesightTexts.Sends(spec), CreateCard.Of(spec));

    private async Task<string> ApprovalLineAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var verdict = request.State is RequestState.Pending
            ? await policy.JudgeAsync(request, approval.AskedAt, ct)
            : Verdict.OneApprover;
        return ForesightTexts.Approvers(verdict.IsRefused ? verdict : approval.Needs.And(verdict), approval);
    }
}
