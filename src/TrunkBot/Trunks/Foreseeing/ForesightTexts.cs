using TrunkBot.Approvals;
using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Foreseeing;

/// <summary>What a dry run says.</summary>
internal static class ForesightTexts
{
    public static string Moves(TrunkRequest request, RequestState before) =>
        Say.It($"{request.Id} is “{TrunkTexts.Stage(before)}” now and would be “{TrunkTexts.Stage(request.State)}”.");

    public static string Stays(TrunkRequest request) => Say.It($"{request.Id} would stay as it is: {TrunkTexts.Stage(request.State)}.");

    public static string Approvers(Verdict needs, Approval approval)
    {
        var rules = PolicyTexts.Rules(needs.Why);
        var people = needs.IsRefused ? Say.It("Nobody can approve it now.") : PolicyTexts.Approvals(needs);
        var so = approval.Decisions.Count == 0 ? "" : $"{string.Join(". ", approval.Decisions.Select(ApprovalTexts.DecisionLine))}.";
        return string.Join(" ", new[] { people, rules, so }.Where(part => part.Length > 0));
    }

    public static string TheCreate => Say.It("What VideoSDK would be sent, with the password hidden");

    public static string Sends(SipTrunkSpec spec) => Say.It($"The create, with the password hidden: {SipTrunkJson.Request} {SipTrunkJson.Show(spec)}");

    public static string Warning(Finding finding) => Say.It($"You would be warned. {FieldTexts.Line(finding)}");

    public static IReadOnlyList<string> ToChange(IReadOnlyList<Finding> findings) =>
        [.. findings.Where(finding => finding.Severity is Severity.Error).Select(FieldTexts.Line).Prepend(Say.It("This could not be submitted yet."))];
}
