using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Use …, where a message said two things of a field: fills it in and shows the form again.</summary>
internal sealed class FillFieldAction(TrunkDoor door, DraftDesk drafts, FormDesk forms, RequestView view) : ICardAction, IVerb
{
    public static string Verb => PastedFormCard.Fill;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        if (await door.SeeAsync(turn, click.RequestId, ct) is not { } request || request.Asker != turn.Person)
            return CardAnswer.Refuse(TrunkTexts.NotYours);
        if (request.State is not RequestState.Draft)
            return CardAnswer.Show(await view.OfAsync(request, turn, ct));
        if (forms.HasExpired(request))
            return CardAnswer.Refuse(TrunkTexts.DraftExpired);
        var (field, value) = (click.Text("fill") ?? "", click.Text("with") ?? "");
        drafts.Fill(request, forms.Held(With(FormClick.FieldsOf(click, request), field, value), inChat: true), request.InChat);
        var notes = PasteNotes.FromJson(click.Text("paste")).Taken(field, value);
        return CardAnswer.Show(PastedFormCard.Of(await forms.OpenCardAsync(turn, request, PasteTexts.Filled, ct), notes, request.Id.ToString(), turn.Channel.CardActions));
    }

    // One number more is one more; of the other fields there is one value.
    private static TrunkFields With(TrunkFields fields, string field, string value) =>
        fields.With(field, field is FieldIds.Numbers && !string.IsNullOrWhiteSpace(fields.Numbers) ? $"{fields.Numbers}, {value}" : value);
}
