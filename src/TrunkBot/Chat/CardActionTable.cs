using System.Text.Json;
using TrunkBot.Access;
using TrunkBot.Chat.SignIn;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat;

/// <summary>From a click to what it does, and from its answer to what this channel can show.</summary>
internal sealed class CardActionTable(IEnumerable<CardActionEntry> actions, RoleBook roles, SignInOffer signIn)
{
    private readonly Dictionary<string, CardActionEntry> _actions = actions.ToDictionary(action => action.Verb);

    public IReadOnlyCollection<string> Verbs => _actions.Keys;

    /// <summary>A click that came as an invoke: the answer takes the card's place, for the others by an update of the message.</summary>
    public async Task<AdaptiveCardInvokeResponse> InvokeAsync(ChatTurn turn, JsonElement? data, CancellationToken ct)
    {
        var answer = await RunAsync(turn, data, ct);
        if (answer is not ShowCard { Card: var card, ForAll: var all })
            return AdaptiveCardInvokeResponse.Message(answer is Sentence { Text: var text } ? text : ChatTexts.Done);
        if (ReferenceEquals(card, all) && OwnClick.IsFrom(data))
            all = null;
        if (all is not null && turn.Channel.CanUpdate && turn.Activity.ReplyToId is { Length: > 0 } message)
            await ReplaceAsync(turn, message, all, ct);
        return AdaptiveCardInvokeResponse.Card(ReferenceEquals(card, all) ? card.ToJson() : OwnClick.Of(card));
    }

    /// <summary>A click that came as a message.</summary>
    public async Task SubmitAsync(ChatTurn turn, JsonElement data, CancellationToken ct)
    {
        switch (await RunAsync(turn, data, ct))
        {
            case ShowCard { Card: var card, ForAll: var all }:
                var message = all is not null && turn.Channel.CanUpdate ? turn.Activity.ReplyToId : null;
                if (message is { Length: > 0 })
                    await ReplaceAsync(turn, message, all!, ct);
                // Who reads the answer to its own call sees no update of a message.
                if (message is not { Length: > 0 } || turn.Activity.ExpectsReplies())
                    await turn.ShowAsync(card, ct);
                break;
            case Sentence { Text: var text }:
                await turn.WhisperAsync(text, ct);
                break;
        }
    }

    /// <summary>Does what the verb in the data says, if this person may.</summary>
    public async Task<CardAnswer> RunAsync(ChatTurn turn, JsonElement? data, CancellationToken ct)
    {
        if (data is not { ValueKind: JsonValueKind.Object } members
            || !members.TryGetProperty("verb", out var verb)
            || verb.ValueKind != JsonValueKind.String
            || !_actions.TryGetValue(verb.GetString()!, out var action))
            return CardAnswer.Refuse(ChatTexts.UnknownButton);
        turn.Context.Operation = action.Verb;
        if (ChatTexts.WhyNot(turn, action.Roles, roles) is { } refusal)
            return CardAnswer.Refuse(await signIn.RefuseClickAsync(turn, refusal, action.Roles, ct));
        var click = new CardClick(action.Verb, members);
        if (click.IsUnreadable)
            return CardAnswer.Refuse(ChatTexts.UnreadableCard);
        var run = (ICardAction)turn.Context.Services.GetRequiredService(action.Type);
        return await run.RunAsync(turn, click, ct);
    }

    private static Task ReplaceAsync(ChatTurn turn, string message, AdaptiveCard card, CancellationToken ct)
    {
        var replacement = card.ToMessage();
        replacement.Id = message;
        return turn.Context.UpdateActivityAsync(replacement, ct);
    }
}
