using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Chat.Windows;
using TrunkBot.Trunks.Drafts.Pasting;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>New trunk, Start over and Ask again: an empty form, or one that is filled in as that request was or as a message says.</summary>
internal sealed class OpenFormAction(TrunkDoor door, FormDesk forms, PasteDesk paste, TrunkDialogs dialogs) : ICardAction, IVerb
{
    public static string Verb => TrunkFormCard.Open;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        var said = click.Text(ExtensionAction.Said);
        if (said is not null && await paste.OfMessageAsync(turn, said, ct) is { } answer)
            return answer;
        var (before, _, why) = click.RequestId is { } id ? await door.ForAsync(turn, id, rights => rights.AskAgain, [], ct) : default;
        // In a group everybody can click: somebody else's form or summary must not become one's own.
        if (why is not null and not NothingToAskAgain)
            return CardAnswer.Refuse(TrunkTexts.NotYours);
        await dialogs.CancelAsync(turn, ct);
        if (click.Text("startOver") is not null)
            return await StartOverAsync(turn, ct);
        var again = why is null ? before?.Fields : null;
        var (draft, note) = await forms.DraftAsync(turn, again ?? new TrunkFields(), inChat: false, ct);
        return CardAnswer.Show(await forms.OpenCardAsync(turn, draft, note ?? (said is null ? null : PasteTexts.NothingFound), ct));
    }

    private async Task<CardAnswer> StartOverAsync(ChatTurn turn, CancellationToken ct)
    {
        var draft = await forms.StartOverAsync(turn, new TrunkFields(), inChat: false, ct);
        return CardAnswer.Show(await forms.OpenCardAsync(turn, draft, TrunkTexts.StartedOver, ct));
    }
}
