using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Viewing;
using TrunkBot.Approvals.Delegating;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Chat.Windows;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>The question to the approvers, and what became of it.</summary>
internal static class ApprovalCard
{
    public const string Approve = "request.approve", Reject = "request.reject", Comment = WindowDesk.Comment;

    /// <summary>What a client presses by itself when it shows the card.</summary>
    public const string View = "request.view";

    /// <summary>Member of a button's data: what the card showed.</summary>
    public const string Seen = "seen";

    /// <param name="approval">What is asked.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    /// <param name="viewer">Who alone sees this card; null for the one that everybody sees.</param>
    /// <param name="refresh">Whose clients ask for a card of their own; null for nobody's.</param>
    public static AdaptiveCard Of(Approval approval, CardActions can, ApprovalViewer? viewer = null, CardRefresh? refresh = null)
    {
        var isOpen = approval.State is ApprovalState.Open;
        var mine = isOpen ? viewer ?? new ApprovalViewer(null, [ApproveButton(approval, can), RejectButton(approval, can)], true) : null;
        return new AdaptiveCard
        {
            FallbackText = ApprovalTexts.Aloud(approval),
            Refresh = refresh,
            Body =
            [
                TextBlock.Heading(ApprovalTexts.Heading(approval)),
                StateBanner.Of(ApprovalTexts.Summary(approval), EndOf(approval)),
                .. isOpen && approval.Required > 1 ? Quorum(approval) : [],
                .. mine?.Note is { } note ? [new TextBlock(CardText.Plain(note))] : Array.Empty<CardElement>(),
                new FactSet([.. Facts(approval)]),
                .. Warnings(approval),
                .. mine is { TakesComment: true } ? [CommentField()] : Array.Empty<CardElement>(),
            ],
            Actions = mine is { Buttons: { Count: > 0 } buttons } ? buttons : null,
        };
    }

    // The banner above says it in words.
    private static IEnumerable<CardElement> Quorum(Approval approval)
    {
        var (given, needed) = (approval.Counted.Count, approval.Required);
        yield return new ProgressBar(Math.Min(given, needed), needed)
        {
            Fallback = new TextBlock(string.Concat(Enumerable.Range(0, needed).Select(at => at < given ? "●" : "○"))) { Spacing = Spacings.None },
        };
    }

    /// <summary>Has the clients of these people ask for a card of their own.</summary>
    public static CardRefresh RefreshOf(Approval approval, IReadOnlyList<string> userIds) =>
        new(CardButton.Of(CardActions.Execute, ApprovalTexts.Refresh, View, approval.SubjectId, withInputs: false), userIds);

    public static AdaptiveAction ApproveButton(Approval approval, CardActions can) =>
        CardButton.Of(can, ApprovalTexts.Approve, Approve, approval.SubjectId, (Seen, approval.Mark));

    public static AdaptiveAction RejectButton(Approval approval, CardActions can) => CardButton.Of(can, ApprovalTexts.Reject, Reject, approval.SubjectId);

    private static IEnumerable<Fact> Facts(Approval approval) =>
    [
        new Fact(ApprovalTexts.AskedBy, CardText.Plain(ApprovalTexts.Who(approval.AskerName))),
        .. approval.Revision > 1 ? [new Fact(ApprovalTexts.WasChanged, ApprovalTexts.Changed(approval.Revision))] : Array.Empty<Fact>(),
        .. approval.Facts.Select(fact => fact.Said()).Select(fact => new Fact(fact.Title, CardText.Plain(fact.Value))),
        .. approval.State is ApprovalState.Open ? ApprovalTexts.Needs(approval.Needs).Select(Line) : [],
        .. approval.Handovers.Select(handover => Line(HandoverTexts.Line(handover))),
        .. approval.Decisions.Select(decision => Line(ApprovalTexts.DecisionLine(decision))),
        .. approval.Lapsed.Select(decision => Line(ApprovalTexts.LapsedLine(approval, decision))),
    ];

    private static Fact Line(string line)
    {
        var parts = line.Split(": ", 2);
        return new Fact(parts[0], CardText.Plain(parts[1]));
    }

    public static IEnumerable<CardElement> Warnings(Approval approval)
    {
        var isOpen = approval.State is ApprovalState.Open;
        return
        [
            .. Warnings(isOpen ? ApprovalTexts.Warnings : ApprovalTexts.WarningsSeen, approval.Warnings),
            .. Warnings(isOpen ? ApprovalTexts.NewWarnings : ApprovalTexts.WarningsAfter, approval.Later),
        ];
    }

    private static IEnumerable<CardElement> Warnings(string title, List<Noted> warnings) => warnings.Count == 0
        ? []
        : [new Container([new TextBlock(title) { Weight = TextWeights.Bolder }, .. warnings.Select(warning => new TextBlock(CardText.Plain(warning.ToString())))])
        {
            Style = ContainerStyles.Warning,
        }];

    public static TextInput CommentField() => new(Comment, ApprovalTexts.Comment)
    {
        IsMultiline = true,
        MaxLength = Comments.Longest,
    };

    // What became of it afterwards is told by whoever asked for the approval.
    private static Ending? EndOf(Approval approval) => approval.State switch
    {
        ApprovalState.Rejected => Ending.Refused,
        ApprovalState.Withdrawn => Ending.TakenBack,
        ApprovalState.Expired => Ending.TooLate,
        _ => approval.Ending,
    };
}
