using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;

namespace TrunkBot.Approvals;

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
        await turn.SayAsync(ApprovalTexts.Answer(outcome, roles, turn.Roles), ct);
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

/// <summary>Makes this conversation the approvals room.</summary>
internal sealed class ApprovalsHereCommand(RoomBook rooms) : ICommand, IDescribed
{
    private static readonly Argument<string> s_where = Where();

    public static CommandSpec Spec { get; } = new(
        "trunk approvals", ApprovalTexts.RoomHelp, [Role.Admin],
        new Command("approvals") { s_where, DryRun.Option }, ["/trunk approvals here"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        if (turn.IsPersonal)
        {
            await turn.SayAsync(ApprovalTexts.NotInAGroup, ct);
            return;
        }

        await rooms.SetAsync(turn, ct);
        await turn.SayAsync(ApprovalTexts.RoomSet, ct);
    }

    private static Argument<string> Where()
    {
        var where = new Argument<string>("where") { Description = ApprovalTexts.TheWordHere };
        where.AcceptOnlyFromAmong("here");
        return where;
    }
}
