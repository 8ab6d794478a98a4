using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;

namespace TrunkBot.Trunks.Requests;

/// <summary>Takes a request back.</summary>
internal sealed class CancelRequestCommand(TrunkDoor door, RequestDesk requests) : ICommand, IDescribed
{
    private static readonly Argument<string> s_id = new("request") { Description = "The request, such as TR-7," };

    public static CommandSpec Spec { get; } = new(
        "trunk cancel", "Take a request back before it is created", [Role.Requester, Role.Admin],
        new Command("cancel") { s_id, DryRun.Option }, ["/trunk cancel TR-7"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        if (await door.SeeAsync(turn, line.GetValue(s_id), ct) is not { } request)
            await turn.SayAsync(door.NoSuchRequest(turn, Role.Admin), ct);
        else if (request.Asker != turn.Person && !turn.Roles.Has(Role.Admin))
            await turn.SayAsync(TrunkTexts.OnlyAskerOrAdmin(request, door.WhyNot(turn, Role.Admin)), ct);
        else if (await requests.CancelAsync(request, turn.Person, ct))
            await turn.SayAsync(TrunkTexts.Cancelled(request), ct);
        else
            await turn.SayAsync(TrunkTexts.TooLate(request), ct);
    }
}
