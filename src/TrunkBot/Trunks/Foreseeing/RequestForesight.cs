using System.CommandLine;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Policies;
using TrunkBot.Storage;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Foreseeing;

/// <summary>What a dry run says of a request that there is: where it would stand, what the rules say, who approves, and what exactly would be sent.</summary>
internal sealed class RequestForesight(TrunkBotDbContext db, TrunkDoor door, ApprovalDesk approvals, TrunkPolicy policy) : IForesight
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
            lines.Add(CreateCard.Foresee(ProvisionTrunkJob.WireSpec(request)));
        return lines;
    }

    private async Task<string> ApprovalLineAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var verdict = request.State is RequestState.Pending
            ? await policy.JudgeAsync(request, approval.AskedAt, ct)
            : Verdict.OneApprover;
        return ForesightTexts.Approvers(verdict.IsRefused ? verdict : approval.Needs.And(verdict), approval);
    }
}
