using TrunkBot.Approvals.Deciding;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Delegating;

/// <summary>Asks an approver to whom they leave their decision.</summary>
internal static class DelegateCard
{
    public const string Delegate = "request.delegate", Colleague = "colleague", Note = "note";

    private const int LongestName = 200;

    public static AdaptiveCard Of(string subjectId, CardActions can) => new()
    {
        FallbackText = HandoverTexts.Typed(subjectId),
        Body =
        [
            TextBlock.Heading(HandoverTexts.Title(subjectId)),
            new TextInput(Colleague, HandoverTexts.Colleague)
            {
                Placeholder = "mei@example.com",
                MaxLength = LongestName,
                IsRequired = true,
                ErrorMessage = HandoverTexts.ColleagueMissing,
            },
            new TextInput(Note, HandoverTexts.Note) { IsMultiline = true, MaxLength = Comments.Longest },
        ],
        Actions = [CardButton.Of(can, HandoverTexts.LeaveIt, Delegate, subjectId)],
    };
}
