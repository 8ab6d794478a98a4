using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat.Windows;

/// <summary>
/// Dialogs: another way to press the same buttons. What a button shows opens in a window, and what is submitted there goes where the same card's button in
/// the chat goes, with the same rights. A card that asks again stays open with all that was typed; anything else closes the window with a sentence.
/// </summary>
internal sealed class WindowDesk(ChatPeople people, CardActionTable actions)
{
    /// <summary>The field of cards that show how things stand: where it is the only one, there is nothing to fill in.</summary>
    public const string Comment = "comment";

    public async Task<InvokeResponse> OpenAsync(TaskModuleRequest request, ITurnContext context, CancellationToken ct) =>
        await actions.RunAsync(await people.OpenWindowAsync(context, ct), request.Data, ct) switch
        {
            ShowCard { Card: var card } => Show(card),
            var other => Close(other),
        };

    public async Task<InvokeResponse> SubmitAsync(TaskModuleRequest request, ITurnContext context, CancellationToken ct) =>
        await actions.RunAsync(await people.OpenWindowAsync(context, ct), request.Data, ct) switch
        {
            ShowCard { Card: var card } when IsForm(card) => Show(card),
            var other => Close(other),
        };

    private static bool IsForm(AdaptiveCard card) => card.Body.Any(element => element is CardInput { Id: not Comment } or TextInput { IsRequired: true });

    private static InvokeResponse Show(AdaptiveCard card) =>
        TaskModuleResponse.Card(card.Body is [TextBlock { Text: var heading }, ..] ? heading : ChatTexts.Me, card.ToAttachment());

    private static InvokeResponse Close(CardAnswer answer) => answer switch
    {
        ShowCard { Card.FallbackText: var text } => TaskModuleResponse.Message(text),
        Sentence { Text: var text } => TaskModuleResponse.Message(text),
        OpenPage { Title: var title, Page: var page } => TaskModuleResponse.Page(title, page),
        _ => TaskModuleResponse.Close(),
    };
}
