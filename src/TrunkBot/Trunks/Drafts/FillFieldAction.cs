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
        drafts.Fill(request, With(SubmitTrunkAction.FieldsOf(click, request.Fields), field, value), request.InChat);
        var notes = PasteNotes.FromJson(click.Text("paste")).Taken(field, value);
        return CardAnswer.Show(PastedFormCard.Of(await forms.OpenCardAsync(turn, request, PasteTexts.Filled, ct), notes, request.Id.ToString(), turn.Channel.CardActions));
    }

    private static TrunkFields With(TrunkFields fields, string field, string value) => field switch
    {
        FieldIds.Name => fields with { Name = value },
        FieldIds.Domain => fields with { Domain = value },
        FieldIds.Direction => fields with { Direction = value },
        FieldIds.Numbers => fields with { Numbers = string.IsNullOrWhiteSpace(fields.Numbers) ? value : $"{fields.Numbers}, {value}" },
        FieldIds.Username => fields with { Username = value },
        _ => fields,
    };
}
