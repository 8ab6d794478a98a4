using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals.Viewing;
using TrunkBot.Chat;

namespace TrunkBot.Approvals.Deciding;

/// <summary>Approve and Reject, as buttons. The card is seen by everybody in the room: it is not a permission.</summary>
internal abstract class DecideAction(DecisionDesk desk, ApprovalViews views, RoleBook roles, bool approve) : ICardAction
{
    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (!turn.Person.IsKnown)
            return CardAnswer.Refuse(ChatTexts.NoIdentity);
        var comment = Comments.Read(click.Text(ApprovalCard.Comment));
        var outcome = await desk.DecideAsync(
            click.RequestId?.ToUpperInvariant() ?? "", turn.Person, turn.Roles, approve, comment, click.Text(ApprovalCard.Seen), ct);
        return outcome switch
        {
            // Where cards cannot change, the room gets the new state as a message of its own.
            Decided { Approval: var approval } => turn.Channel.CanUpdate
                ? await ShowAsync(approval, turn, ct)
                : CardAnswer.Refuse(ApprovalTexts.Decided(approval)),
            LookAgain { Approval: var approval } => await ShowAsync(approval, turn, ct),
            NotDecided { Why: TooLate { Approval: var approval } } => await ShowAsync(approval, turn, ct),
            ReasonMissing { Approval: var approval } when turn.IsWindow =>
                CardAnswer.Show(RejectCard.Of(approval.SubjectId, click.Text(ApprovalCard.Comment), ApprovalTexts.ReasonMissing, turn.Channel.CardActions)),
            NobodyCanTell { Approval: var approval } when turn.IsWindow =>
                CardAnswer.Show(RejectCard.Of(approval.SubjectId, comment, ApprovalTexts.Answer(outcome, roles, turn.Roles), turn.Channel.CardActions)),
            _ => CardAnswer.Refuse(ApprovalTexts.Answer(outcome, roles, turn.Roles)),
        };
    }

    private async Task<CardAnswer> ShowAsync(Approval approval, ChatTurn turn, CancellationToken ct) => RoomBook.IsRoomOf(approval, turn)
        ? CardAnswer.Show(await views.OfAsync(approval, turn, ct), await views.ForAllAsync(approval, turn.Channel, ct))
        : CardAnswer.Show(ApprovalCard.Of(approval, turn.Channel.CardActions));
}

internal sealed class ApproveAction(DecisionDesk desk, ApprovalViews views, RoleBook roles) : DecideAction(desk, views, roles, approve: true), IVerb
{
    public static string Verb => ApprovalCard.Approve;

    public static IReadOnlyList<Role> Roles => [Role.Approver, Role.Admin];
}

internal sealed class RejectAction(DecisionDesk desk, ApprovalViews views, RoleBook roles) : DecideAction(desk, views, roles, approve: false), IVerb
{
    public static string Verb => ApprovalCard.Reject;

    public static IReadOnlyList<Role> Roles => [Role.Approver, Role.Admin];
}

/// <summary>Reject, as a button that asks why first.</summary>
internal sealed class AskWhyAction(DecisionDesk desk, RoleBook roles) : ICardAction, IVerb
{
    public static string Verb => RejectCard.AskWhy;

    public static IReadOnlyList<Role> Roles => [Role.Approver, Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var id = click.RequestId?.ToUpperInvariant() ?? "";
        return (await desk.RightsAsync(id, turn.Person, turn.Roles, ct)).Rights.Reject.Hindrance is { } why
            ? CardAnswer.Refuse(ApprovalTexts.WhyNot(why, roles, turn.Roles))
            : CardAnswer.Show(RejectCard.Of(id, null, null, turn.Channel.CardActions));
    }
}
