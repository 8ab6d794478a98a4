using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;

namespace TrunkBot.Trunks.Requests;

/// <summary>Takes a request back.</summary>
internal sealed class CancelRequestCommand(TrunkDoor door, RequestDesk requests) : ICommand, IDescribed
{
    private static readonly Argument<string> s_id = new("request") { Description = TrunkTexts.TheRequest };

    public static CommandSpec Spec { get; } = new(
        "trunk cancel", TrunkTexts.CancelHelp, [Role.Requester, Role.Admin],
        new Command("cancel") { s_id, DryRun.Option }, ["/trunk cancel TR-7"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (request, refusal, _) = await door.ForAsync(turn, line.GetValue(s_id), rights => rights.Cancel, [Role.Admin], ct);
        if (refusal is not null)
        {
            await turn.WhisperAsync(refusal, ct);
            return;
        }

        await requests.CancelAsync(request, turn.Person, ct);
        await turn.SayAsync(TrunkTexts.Cancelled(request), ct);
    }
}
