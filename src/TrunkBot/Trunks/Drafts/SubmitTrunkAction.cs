using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Submit, and Submit anyway.</summary>
internal sealed class SubmitTrunkAction(TrunkDoor door, RequestDesk requests, RequestView view, FormDesk forms, TrunkDialogs dialogs) : ICardAction, IVerb
{
    public static string Verb => TrunkFormCard.Submit;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        if (await door.SeeAsync(turn, click.RequestId, ct) is not { } request)
            return CardAnswer.Refuse(TrunkTexts.NotYours);
        if (request.State is not RequestState.Draft)
            return CardAnswer.Show(await view.OfAsync(request, turn, ct));
        if (forms.HasExpired(request))
            return CardAnswer.Refuse(TrunkTexts.DraftExpired);
        var outcome = await requests.SubmitAsync(request, FieldsOf(click, request.Fields), PasswordOf(click), click.Text("confirmed"), ct);
        if (request.InChat && await dialogs.TakeAsync(turn, request, outcome, ct) is { } answer)
            return answer;
        return CardAnswer.Show(await forms.AnswerAsync(turn, request, outcome, ct));
    }

    internal static Secret? PasswordOf(CardClick click) =>
        click.Text(FieldIds.Password) is { Length: > 0 } typed ? new Secret(typed) : null;

    // A field that the card did not have (the last card of the dialog asks for the password alone) keeps its value.
    internal static TrunkFields FieldsOf(CardClick click, TrunkFields before) => new()
    {
        Name = click.Has(FieldIds.Name) ? click.Text(FieldIds.Name) : before.Name,
        Domain = click.Has(FieldIds.Domain) ? click.Text(FieldIds.Domain) : before.Domain,
        Direction = click.Has(FieldIds.Direction) ? click.Text(FieldIds.Direction) : before.Direction,
        Numbers = click.Has(FieldIds.Numbers) ? click.Text(FieldIds.Numbers) : before.Numbers,
        Username = click.Has(FieldIds.Username) ? click.Text(FieldIds.Username) : before.Username,
    };
}
