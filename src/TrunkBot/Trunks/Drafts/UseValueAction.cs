using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Use …: takes the value that was probably meant, and shows the form with it. Nothing is submitted.</summary>
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
        var fields = rules.Mend(FormClick.FieldsOf(click, request).With(field, value));
        return request.State switch
        {
            RequestState.Draft when forms.HasExpired(request) => CardAnswer.Refuse(TrunkTexts.DraftExpired),
            RequestState.Draft => CardAnswer.Show(await FormAsync(turn, request, fields, ct)),
            RequestState.Pending => CardAnswer.Show(await EditAsync(turn, request, fields, ct)),
            _ => CardAnswer.Show(await view.OfAsync(request, turn, ct)),
        };
    }

    private async Task<Protocol.Cards.AdaptiveCard> FormAsync(ChatTurn turn, TrunkRequest draft, TrunkFields fields, CancellationToken ct)
    {
        var lost = drafts.Fill(draft, fields, draft.InChat);
        return await forms.OpenCardAsync(turn, draft, lost ? TrunkTexts.PasswordDropped : null, ct);
    }

    private async Task<Protocol.Cards.AdaptiveCard> EditAsync(ChatTurn turn, TrunkRequest request, TrunkFields fields, CancellationToken ct) => EditCard.Of(
        request, fields, rules.Review(fields, null, turn.Region), null, await who.OfAsync(turn.Person, request.Number, fields, ct), turn.Channel.CardActions);
}
