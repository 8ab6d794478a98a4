using TrunkBot.Chat;
using TrunkBot.Chat.Hearing;
using TrunkBot.Intake;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts.Pasting;

/// <summary>Opens a form with what a message says of a trunk; a message that describes one gets a draft of its own.</summary>
internal sealed class PasteDesk(PasteReader reader, TrunkDoor door, DraftDesk drafts, FormDesk forms, TrunkDialogs dialogs) : IPasteDesk
{
    public async Task<bool> ReadAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        var reading = reader.Read(text, HeardSecrets.HtmlOf(turn.Activity));
        if (reading is { FoundSomething: false, IsTooLong: false })
            return false;
        if (door.WhyNotAsk(turn) is { } refusal)
            await turn.WhisperAsync(refusal, ct);
        else if (reading.IsTooLong)
            await turn.WhisperAsync(PasteTexts.TooLong, ct);
        else
            await OpenAsync(turn, reading, ct);
        return true;
    }

    /// <summary>The same for a message that somebody chose in Teams; null where it says nothing of a trunk.</summary>
    public async Task<CardAnswer?> OfMessageAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        var reading = reader.Read(text);
        return reading.IsTooLong ? CardAnswer.Refuse(PasteTexts.TooLong)
            : reading.FoundSomething ? CardAnswer.Show(await FormAsync(turn, reading, ct))
            : null;
    }

    private async Task OpenAsync(ChatTurn turn, Reading reading, CancellationToken ct) => await turn.ShowAsync(await FormAsync(turn, reading, ct), ct);

    private async Task<AdaptiveCard> FormAsync(ChatTurn turn, Reading reading, CancellationToken ct)
    {
        await dialogs.CancelAsync(turn, ct);
        var draft = await drafts.OpenAsync(turn, forms.Held(PasteNotes.FieldsOf(reading), inChat: true), inChat: false, ct);
        var form = await forms.OpenCardAsync(turn, draft, PasteTexts.Rows(reading.Rows), ct);
        return PastedFormCard.Of(form, PasteNotes.Of(reading), draft.Id.ToString(), turn.Channel.CardActions);
    }
}
