using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts.Passwords;

/// <summary>Password by one-time page: in a dialog, or by a link, in the personal chat alone.</summary>
internal sealed class PasswordPageAction(TrunkDoor door, DraftDesk drafts, FormDesk forms, OneTimeLinks links) : ICardAction, IVerb
{
    public static string Verb => TrunkFormCard.OneTimePage;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        if (!links.IsOn)
            return CardAnswer.Refuse(TrunkTexts.OneTimePageOff);
        if (!turn.IsPersonal)
            return CardAnswer.Refuse(TrunkTexts.OneTimePagePersonal);
        if (await door.SeeAsync(turn, click.RequestId, ct) is not { State: RequestState.Draft } draft || draft.Asker != turn.Person)
            return CardAnswer.Refuse(TrunkTexts.NotYours);
        if (forms.HasExpired(draft))
            return CardAnswer.Refuse(TrunkTexts.DraftExpired);
        drafts.Fill(draft, FormClick.FieldsOf(click, draft), draft.InChat);
        var address = links.Create(draft.Id.ToString(), turn.Person.TenantId, turn.Person.ObjectId);
        if (turn.IsWindow)
            return CardAnswer.Open(DraftTexts.PasswordFor(draft.Id), address);
        await turn.ShowAsync(PasswordLinkCard.Of(draft, address), ct);
        return CardAnswer.Nothing;
    }
}
