using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Drafts.Pasting;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Editing;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Use …: takes the value that was probably meant, or one of those that a message gives, and shows the form with it. Nothing is submitted.</summary>
internal sealed class UseValueAction(TrunkDoor door, FormDesk forms, DraftDesk drafts, TrunkFieldRules rules, WhoApproves who, RequestView view) : ICardAction, IVerb
{
    public static string Verb => TrunkFormCard.Use;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        if (await door.SeeAsync(turn, click.RequestId, ct) is not { } request || request.Asker != turn.Person
            || click.Text(TrunkFormCard.Field) is not { } field || click.Text(TrunkFormCard.Value) is not { } value)
            return CardAnswer.Refuse(TrunkTexts.NotYours);
        var notes = click.Has(PastedFormCard.Notes) ? PasteNotes.FromJson(click.Text(PastedFormCard.Notes)).Taken(field, value) : null;
        var fields = rules.Mend(With(FormClick.FieldsOf(click, request), field, value, isOneMore: notes is not null));
        return request.State switch
        {
            RequestState.Draft when forms.HasExpired(request) => CardAnswer.Refuse(TrunkTexts.DraftExpired),
            RequestState.Draft => CardAnswer.Show(await FormAsync(turn, request, fields, notes, ct)),
            RequestState.Pending => CardAnswer.Show(await EditAsync(turn, request, fields, ct)),
            _ => CardAnswer.Show(await view.OfAsync(request, turn, ct)),
        };
    }

    // What is probably meant takes the place of what is there; a number of a message is one more beside the others.
    private static TrunkFields With(TrunkFields fields, string field, string value, bool isOneMore) =>
        fields.With(field, isOneMore && field is FieldIds.Numbers && !string.IsNullOrWhiteSpace(fields.Numbers) ? $"{fields.Numbers}, {value}" : value);

    private async Task<AdaptiveCard> FormAsync(ChatTurn turn, TrunkRequest draft, TrunkFields fields, PasteNotes? notes, CancellationToken ct)
    {
        var lost = drafts.Fill(draft, fields, draft.InChat);
        var form = await forms.OpenCardAsync(turn, draft, lost ? FieldTexts.PasswordDropped : notes is null ? null : PasteTexts.Filled, ct);
        return notes is null ? form : PastedFormCard.Of(form, notes, draft.Id.ToString(), turn.Channel.CardActions);
    }

    private async Task<AdaptiveCard> EditAsync(ChatTurn turn, TrunkRequest request, TrunkFields fields, CancellationToken ct)
    {
        var review = rules.Review(fields, null, turn.Region);
        return EditCard.Of(request, fields, review, null, await who.OfAsync(turn.Person, request.Number, review, ct), turn.Channel.CardActions);
    }
}
