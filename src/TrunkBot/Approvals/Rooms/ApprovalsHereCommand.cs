using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Makes this conversation the approvals room.</summary>
internal sealed class ApprovalsHereCommand(RoomDesk desk) : ICommand, IDescribed
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

        await desk.SetAsync(turn, ct);
        await turn.SayAsync(ApprovalTexts.RoomSet, ct);
    }

    private static Argument<string> Where()
    {
        var where = new Argument<string>("where") { Description = ApprovalTexts.TheWordHere };
        where.AcceptOnlyFromAmong("here");
        return where;
    }
}
