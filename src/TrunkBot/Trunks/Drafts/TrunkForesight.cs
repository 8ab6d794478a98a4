using System.CommandLine;
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
    TrunkBotDbContext db, TrunkDoor door, TrunkFieldRules rules, DraftDesk drafts, CollisionBook collisions, TrunkPolicy policy, WhoApproves who,
    ApprovalDesk approvals, TimeProvider clock) : IForesight
{
    public async Task<IReadOnlyList<string>> ForeseeAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var id = line.CommandResult.Command.Arguments.Any(argument => argument.Name == "request") ? line.GetValue<string>("request") : null;
        if (await door.SeeAsync(turn, id, ct) is not { State: not RequestState.Draft } request)
            return [];
        var before = db.Entry(request).Property(r => r.State).OriginalValue;
        List<string> lines = [before == request.State ? ForesightTexts.Stays(request) : ForesightTexts.Moves(request, before)];
        if (await approvals.FindAsync(request.Id.ToString(), request.TenantId, ct) is { } approval)
            lines.Add(await ApprovalLineAsync(request, approval, ct));
        if (!request.IsFinal)
            lines.Add(ForesightTexts.Sends(ProvisionTrunkJob.WireSpec(request)));
        return lines;
    }

    /// <summary>What would come of a new request with these fields; nothing is begun for it, not even a number is taken.</summary>
    public async Task<IReadOnlyList<string>> ForeseeNewAsync(ChatTurn turn, TrunkFields given, CancellationToken ct)
    {
        var fields = FormDesk.Over((await drafts.FindAsync(turn, ct))?.Fields ?? new TrunkFields(), given);
        var review = rules.Review(fields, null);
        if (review.Spec is not { } spec)
            return ForesightTexts.ToChange(review.Findings);
        var nobodys = new TrunkRequest(0, turn.Person, turn.ConversationKey, "", clock.GetUtcNow());
        var warnings = review.Warnings.Concat(await collisions.FindAsync(nobodys, spec, ct)).ToList();
        var verdict = await policy.JudgeAsync(turn.Person, nobodys.Number, spec, clock.GetUtcNow(), ct);
        var approves = await who.SayAsync(verdict, turn.Person, ct);
        if (verdict.IsRefused)
            return [approves];
        return
        [
            .. warnings.Select(ForesightTexts.Warning),
            approves,
            ForesightTexts.Sends(new SipTrunkSpec(spec.Name, spec.Domain, spec.Direction, spec.Numbers, spec.Username)),
        ];
    }

    private async Task<string> ApprovalLineAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var verdict = request.State is RequestState.Pending
            ? await policy.JudgeAsync(request, approval.AskedAt, ct)
            : Verdict.OneApprover;
        return ForesightTexts.Approvers(verdict.IsRefused ? verdict : approval.Needs.And(verdict), approval);
    }
}
