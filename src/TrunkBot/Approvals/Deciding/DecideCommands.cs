using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Chat;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Approvals.Deciding;

/// <summary>Approve and reject, as typed lines.</summary>
internal abstract class DecideCommand(DecisionDesk desk, RoleBook roles, bool approve) : ICommand
{
    protected static Argument<string> Request() => new("request") { Description = ApprovalTexts.TheRequest };

    protected static Argument<string[]> Words() => new("comment") { Description = ApprovalTexts.TheComment, Arity = ArgumentArity.ZeroOrMore };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var id = line.GetValue<string>("request")!.ToUpperInvariant();
        var comment = Comments.Read(line.GetValue<string[]>("comment"));
        var outcome = await desk.DecideAsync(id, turn.Person, turn.Roles, approve, comment, null, ct);
        var answer = ApprovalTexts.Answer(outcome, roles, turn.Roles);
        await (outcome switch
        {
            // The card in the room says it already, to everybody there.
            Decided { Approval: var approval } when RoomBook.IsRoomOf(approval, turn) =>
                turn.AcknowledgeAsync(approval.State is ApprovalState.Open ? ReactionTypes.Seen : ReactionTypes.Done, answer, ct),
            Decided => turn.SayAsync(answer, ct),
            _ => turn.WhisperAsync(answer, ct),
        });
    }
}

internal sealed class ApproveCommand(DecisionDesk desk, RoleBook roles) : DecideCommand(desk, roles, approve: true), IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "trunk approve", ApprovalTexts.ApproveHelp, [Role.Approver, Role.Admin],
        new Command("approve") { Request(), Words(), DryRun.Option }, ["/trunk approve TR-7 looks right"])
    {
        FreeTextAfter = 1,
    };
}

internal sealed class RejectCommand(DecisionDesk desk, RoleBook roles) : DecideCommand(desk, roles, approve: false), IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "trunk reject", ApprovalTexts.RejectHelp, [Role.Approver, Role.Admin],
        new Command("reject") { Request(), Words(), DryRun.Option }, ["/trunk reject TR-7 the number is not ours"])
    {
        FreeTextAfter = 1,
    };
}
