using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>How a question offers buttons that write the answer for the person.</summary>
/// <remarks>Registered by a bot that knows its channels; without one they are suggested actions.</remarks>
public interface IChoiceOffer
{
    /// <summary>The question with its buttons.</summary>
    /// <param name="question">A copy that may be changed.</param>
    /// <param name="choices">What can be pressed.</param>
    /// <param name="incoming">The activity that is answered.</param>
    Activity Offer(Activity question, IReadOnlyList<Choice> choices, Activity incoming);
}

/// <summary>Buttons under a question, as suggested actions.</summary>
public class SuggestedChoices : IChoiceOffer
{
    /// <inheritdoc />
    public virtual Activity Offer(Activity question, IReadOnlyList<Choice> choices, Activity incoming)
    {
        question.SuggestedActions ??= new SuggestedActions
        {
            To = Addressed(incoming),
            Actions = [.. choices.Select(choice => CardAction.ImBack(choice.Title ?? choice.Value, choice.Value))],
        };
        return question;
    }

    // In a group only the person who is asked can answer, so nobody else is shown the buttons.
    private static List<string>? Addressed(Activity incoming) =>
        incoming.Conversation?.IsGroup == true && incoming.From?.Id is { } person ? [person] : null;
}
