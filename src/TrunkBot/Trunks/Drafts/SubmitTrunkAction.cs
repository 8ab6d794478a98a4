using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Submit, and Submit anyway.</summary>
internal sealed class SubmitTrunkAction(TrunkDoor door, SubmitDesk submits, RequestView view, FormDesk forms, TrunkDialogs dialogs) : ICardAction, IVerb
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
        var outcome = await submits.SubmitAsync(request, FormClick.SubmissionOf(turn, click, request), ct);
        if (request.InChat && await dialogs.TakeAsync(turn, request, outcome, ct) is { } answer)
            return answer;
        var answered = await forms.AnswerAsync(turn, request, outcome, ct);
        // The window closes, and the request goes on in the chat.
        if (turn.IsWindow && outcome is Submitted)
            await turn.ShowAsync(answered with { Actions = CardButton.ForChat(answered.Actions) }, ct);
        return CardAnswer.Show(answered);
    }
}
