using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>Asks an approver to whom they leave their decision.</summary>
internal static class DelegateCard
{
    public const string Delegate = "request.delegate", Colleague = "colleague", Note = "note";

    private const int LongestName = 200;

    public static AdaptiveCard Of(string subjectId, CardActions can) => new()
    {
        FallbackText = $"To leave {subjectId} to a colleague, type /trunk delegate {subjectId} and their name with @.",
        Body =
        [
            TextBlock.Heading($"Leave {subjectId} to a colleague"),
            new TextInput(Colleague, "Their sign-in name")
            {
                Placeholder = "mei@example.com",
                MaxLength = LongestName,
                IsRequired = true,
                ErrorMessage = HandoverTexts.ColleagueMissing,
            },
            new TextInput(Note, "What they should know (everybody in the approvals room reads it)") { IsMultiline = true, MaxLength = Comments.Longest },
        ],
        Actions = [CardButton.Of(can, "Leave it to them", Delegate, subjectId)],
    };
}
