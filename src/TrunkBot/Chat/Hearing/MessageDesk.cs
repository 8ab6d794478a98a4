using System.Text.Json;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat.Hearing;

/// <summary>A message: what a person typed or clicked in it goes to the right command, card action or open question.</summary>
internal sealed class MessageDesk(CardActionTable cardActions, DialogDesk dialogs, LineDesk lines)
{
    public async Task HearAsync(ChatTurn turn, CancellationToken ct)
    {
        var text = turn.Activity.RemoveRecipientMention();
        if (turn.Activity.Value is { ValueKind: JsonValueKind.Object } data && text.Length == 0)
            await cardActions.SubmitAsync(turn, data, ct);
        else if (!IsMeant(turn, text) && !await dialogs.IsOpenAsync(turn, ct))
            return;
        else if (text.Length > 0)
            await lines.HearAsync(turn, text, ct);
        else if (turn.Activity.MentionsRecipient())
            await lines.ShowChoicesAsync(turn, ChatTexts.WhatNext, ct);
        else
            await turn.WhisperAsync(ChatTexts.NotReadable, ct);
    }

    /// <summary>A message that was changed.</summary>
    // An edit can add a password to what was harmless; nothing else in it is read, for what the message asked for is done already.
    public static async Task HearEditAsync(ChatTurn turn, CancellationToken ct)
    {
        // An edit that adds a password is one that everybody there can read now.
        var (text, hadSecret) = HeardSecrets.TakeOut(turn, turn.Activity.RemoveRecipientMention(), isAnswer: false, ids: () => []);
        if (TeamsChannelData.Of(turn.Activity).EventType == TeamsEventTypes.UndeleteMessage || !hadSecret && !IsMeant(turn, text))
            return;
        await turn.WhisperAsync(hadSecret ? ChatTexts.PasswordSaid(turn.IsPersonal) : ChatTexts.EditNotRead, ct);
    }

    /// <summary>A click on a message's card whose answer takes the card's place.</summary>
    public Task<AdaptiveCardInvokeResponse> ClickAsync(ChatTurn turn, JsonElement? data, CancellationToken ct) => cardActions.InvokeAsync(turn, data, ct);

    // Where the app may read a whole group, it must not answer what was said to others.
    private static bool IsMeant(ChatTurn turn, string text) =>
        turn.IsPersonal || text.StartsWith('/') || turn.Activity.MentionsRecipient() || turn.Activity.IsTargeted();
}
