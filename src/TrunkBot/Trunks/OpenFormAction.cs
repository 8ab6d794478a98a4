using TrunkBot.Chat;

namespace TrunkBot.Trunks;

/// <summary>New trunk, Start over and Ask again: an empty form, or one that is filled in as that request was.</summary>
internal sealed class OpenFormAction(TrunkDoor door, DraftDesk drafts, FormDesk forms, TrunkDialogs dialogs) : ICardAction, IVerb
{
    public static string Verb => TrunkFormCard.Open;

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        await dialogs.CancelAsync(turn, ct);
        if (click.Text("startOver") is not null)
            return await StartOverAsync(turn, ct);
        var before = click.RequestId is { } id ? await door.SeeAsync(turn, id, ct) : null;
        var fields = before is { IsFinal: true } && before.Asker == turn.Person ? before.Fields : new TrunkFields();
        var (draft, resumed) = await forms.DraftAsync(turn, fields, inChat: false, ct);
        return CardAnswer.Show(forms.OpenCard(turn, draft, resumed ? TrunkTexts.Resumed(draft) : null));
    }

    private async Task<CardAnswer> StartOverAsync(ChatTurn turn, CancellationToken ct)
    {
        if (await drafts.FindAsync(turn, ct) is { } old)
            drafts.Discard(old);
        var draft = await drafts.OpenAsync(turn, new TrunkFields(), inChat: false, ct);
        return CardAnswer.Show(forms.OpenCard(turn, draft, TrunkTexts.StartedOver));
    }
}
