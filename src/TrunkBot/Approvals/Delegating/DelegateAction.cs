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
        if (Whom(click) is { } colleague)
        {
            var (text, isDone) = await desk.HandOnAsync(id, turn.Person, turn.Roles, colleague, Comments.Read(click.Text(DelegateCard.Note)), ct);
            return turn.IsWindow && !isDone ? CardAnswer.Show(DelegateCard.InWindow(id, click, text)) : CardAnswer.Refuse(text);
        }

        if ((await decisions.RightsAsync(id, turn.Person, turn.Roles, ct)).Rights.Delegate.Hindrance is { } why)
            return CardAnswer.Refuse(ApprovalTexts.WhyNot(why, roles, turn.Roles));
        return CardAnswer.Show(turn.IsWindow
            ? DelegateCard.InWindow(id, click, click.Has(DelegateCard.Note) ? HandoverTexts.ColleagueMissing : null)
            : DelegateCard.Of(id, turn.Channel.CardActions));
    }

    private static string? Whom(CardClick click) =>
        new[] { click.Text(DelegateCard.Colleague), click.Text(DelegateCard.Name) }.Select(text => text?.Trim()).FirstOrDefault(text => text is { Length: > 0 } and not DelegateCard.NotListed);
}
