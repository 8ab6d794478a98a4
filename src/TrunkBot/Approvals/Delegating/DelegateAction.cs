using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Chat;

namespace TrunkBot.Approvals.Delegating;

/// <summary>Leave it to a colleague: first to whom, then by the same rules as the typed line.</summary>
internal sealed class DelegateAction(HandoverDesk desk, DecisionDesk decisions, RoleBook roles) : ICardAction, IVerb
{
    public static string Verb => DelegateCard.Delegate;

    public static IReadOnlyList<Role> Roles => [Role.Approver];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var id = click.RequestId?.ToUpperInvariant() ?? "";
        if (click.Text(DelegateCard.Colleague)?.Trim() is { Length: > 0 } colleague)
            return CardAnswer.Refuse(await desk.HandOnAsync(id, turn.Person, turn.Roles, colleague, Comments.Read(click.Text(DelegateCard.Note)), ct));
        return (await decisions.RightsAsync(id, turn.Person, turn.Roles, ct)).Rights.Delegate.Hindrance is { } why
            ? CardAnswer.Refuse(ApprovalTexts.WhyNot(why, roles, turn.Roles))
            : CardAnswer.Show(DelegateCard.Of(id, turn.Channel.CardActions));
    }
}
