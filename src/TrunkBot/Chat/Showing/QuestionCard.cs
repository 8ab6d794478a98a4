using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Dialogs;

namespace TrunkBot.Chat.Showing;

/// <summary>A question with buttons, where a message cannot have any.</summary>
internal static class QuestionCard
{
    public static AdaptiveCard Of(string question, IReadOnlyList<Choice> choices) => new()
    {
        FallbackText = question,
        Body = [new TextBlock(CardText.Plain(question))],
        Actions = [.. choices.Select(choice => CardButton.Answer(choice.Title ?? choice.Value, choice.Value))],
    };
}
