using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>Buttons under a question that write the answer for the person.</summary>
internal static class ChoiceOffer
{
    public static void AddTo(Activity question, IReadOnlyList<Choice> choices, Activity incoming) =>
        question.SuggestedActions ??= new SuggestedActions
        {
            To = Addressed(incoming),
            Actions = [.. choices.Select(choice => CardAction.ImBack(choice.Title ?? choice.Value, choice.Value))],
        };

    // In a group only the person who is asked can answer, so nobody else is shown the buttons.
    private static List<string>? Addressed(Activity incoming) =>
        incoming.Conversation?.IsGroup == true && incoming.From?.Id is { } person ? [person] : null;
}
