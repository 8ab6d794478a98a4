using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals.Viewing;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Looking;

namespace TrunkBot.Trunks.Requests;

/// <summary>Cancel request: the asker or an Admin, before anything was sent.</summary>
internal sealed class CancelRequestAction(TrunkDoor door, RequestDesk requests, RequestView view) : ICardAction, IVerb
{
    public static string Verb => TrunkCard.Cancel;

    public static IReadOnlyList<Role> Roles => [Role.Requester, Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal, why) = await door.ForAsync(turn, click.RequestId, rights => rights.Cancel, [Role.Admin], ct);
        if (refusal is null)
            await requests.CancelAsync(request, turn.Person, ct);
        else if (why is not TooFar)
            return CardAnswer.Refuse(refusal);
        return CardAnswer.Show(await view.OfAsync(request, turn, ct));
    }
}

/// <summary>Ask me one by one: the questions take over what the form holds.</summary>
internal sealed class AskInChatAction(TrunkDoor door, KeptPasswords passwords, DraftDesk drafts, FormDesk forms, TrunkDialogs dialogs) : ICardAction, IVerb
{
    public static string Verb => TrunkFormCard.InChat;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (door.WhyNotAsk(turn) is { } refusal)
            return CardAnswer.Refuse(refusal);
        if (await door.SeeAsync(turn, click.RequestId, ct) is not { State: RequestState.Draft } draft || draft.Asker != turn.Person)
            return CardAnswer.Refuse(TrunkTexts.NotYours);
        if (forms.HasExpired(draft))
            return CardAnswer.Refuse(TrunkTexts.DraftExpired);
        drafts.Fill(draft, FormClick.FieldsOf(click, draft), inChat: true);
        passwords.Keep(draft, FormClick.PasswordOf(click));
        await dialogs.BeginAsync(turn, draft, ct);
        return CardAnswer.Nothing;
    }
}

/// <summary>Refresh: the card as it stands; in the approvals room that of the approval.</summary>
internal sealed class RefreshAction(TrunkDoor door, RequestView view, ApprovalDesk approvals, ApprovalViews views) : ICardAction, IVerb
{
    public static string Verb => TrunkCard.Refresh;

    public static IReadOnlyList<Role> Roles => [Role.Requester, Role.Approver, Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (await door.SeeAsync(turn, click.RequestId, ct) is not { } request)
            return CardAnswer.Refuse(door.NoSuchRequest(turn, Role.Approver, Role.Admin));
        var approval = await approvals.FindAsync(request.Id.ToString(), request.TenantId, ct);
        return approval is not null && RoomBook.IsRoomOf(approval, turn)
            ? CardAnswer.ShowAlone(await views.OfAsync(approval, turn, ct))
            : CardAnswer.Show(await view.OfAsync(request, turn, ct));
    }
}
