using System.Diagnostics;
using TrunkBot.Chat;
using TrunkBot.Policies;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Submitting;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Foreseeing;

/// <summary>What a dry run says of a request that there is not yet: what to change, what a rule refuses, or who would approve and what would be sent.</summary>
internal sealed class NewTrunkForesight(DraftDesk drafts, FormDesk forms, SubmitPipeline pipeline, WhoApproves who, TimeProvider clock)
{
    /// <summary>What would come of a new request with these fields; nothing is begun for it, not even a number is taken.</summary>
    public async Task<IReadOnlyList<Foreseen>> ForeseeAsync(ChatTurn turn, TrunkFields given, CancellationToken ct)
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
            CreateCard.Foresee(new SipTrunkSpec(spec.Name, spec.Domain, spec.Direction, spec.Numbers, spec.Username)),
        ];
    }
}
