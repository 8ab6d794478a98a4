using TrunkBot.Approvals.Deciding;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Delegating;

/// <summary>Asks an approver to whom they leave their decision.</summary>
internal static class DelegateCard
{
    public const string Delegate = "request.delegate", Colleague = "colleague", Note = "note", Name = "signInName";

    /// <summary>Chosen by who types a name instead; a client that looks for nobody shows no other choice.</summary>
    public const string NotListed = "typed";

    private const int LongestName = 200;

    private const string Example = "mei@example.com";

    public static AdaptiveCard Of(string subjectId, CardActions can) => Of(subjectId, can, [new TextInput(Colleague, HandoverTexts.Colleague)
    {
        Placeholder = Example,
        MaxLength = LongestName,
        IsRequired = true,
        ErrorMessage = HandoverTexts.ColleagueMissing,
    }], null);

    /// <summary>For a dialog: with a list of the people who are there. A phone has none, so a name can be typed as well.</summary>
    /// <param name="subjectId">What is left to a colleague.</param>
    /// <param name="typed">What was chosen and typed so far.</param>
    /// <param name="problem">Why that would not do; null while nothing was submitted.</param>
    public static AdaptiveCard InWindow(string subjectId, CardClick? typed, string? problem) => Of(
        subjectId,
        CardActions.Submit,
        [
            .. problem is null ? Array.Empty<CardElement>() : [new TextBlock(CardText.Plain(problem)) { Color = TextColors.Attention }],
            new ChoiceSetInput(Colleague, HandoverTexts.Person, [new(HandoverTexts.NotListed, NotListed)]) { ChoicesData = DataQuery.PeopleHere, Value = typed?.Text(Colleague) },
            new TextInput(Name, HandoverTexts.OrTheirName) { Placeholder = Example, MaxLength = LongestName, Value = typed?.Text(Name) },
        ],
        typed?.Text(Note));

    private static AdaptiveCard Of(string subjectId, CardActions can, IReadOnlyList<CardElement> whom, string? note) => new()
    {
        FallbackText = HandoverTexts.Typed(subjectId),
        Body =
        [
            TextBlock.Heading(HandoverTexts.Title(subjectId)),
            .. whom,
            new TextInput(Note, HandoverTexts.Note) { IsMultiline = true, MaxLength = Comments.Longest, Value = note },
        ],
        Actions = [CardButton.Of(can, HandoverTexts.LeaveIt, Delegate, subjectId)],
    };
}
