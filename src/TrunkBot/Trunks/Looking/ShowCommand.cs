using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Looking;

/// <summary>A request by its number, or a trunk by its id, read back live from VideoSDK.</summary>
internal sealed class ShowCommand(TrunkSight sight, TrunkDoor door, RequestView view, VideoSdkClient videoSdk) : ICommand, IDescribed
{
    private static readonly IdArgument s_id = new("id") { Description = Say.Later("The request (TR-7) or trunk id") };

    public static CommandSpec Spec { get; } = new(
        "trunk show", Say.Later("Show a request (TR-7), or a trunk by its id as VideoSDK has it now"), [Role.Requester, Role.Approver, Role.Admin],
        new Command("show") { s_id }, ["/trunk show TR-7", "/trunk show aB3dE6gH9jK2mN5pQ8sT1"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var id = line.GetValue(s_id)!;
        if (RequestId.Parse(id) is null)
            await ShowTrunkAsync(turn, id, ct);
        else if (await door.SeeAsync(turn, id, ct) is { } request)
            await turn.ShowAsync(await view.OfAsync(request, turn, ct), ct);
        else
            await turn.WhisperAsync(door.NoSuchRequest(turn, Role.Approver, Role.Admin), ct);
    }

    private async Task ShowTrunkAsync(ChatTurn turn, string trunkId, CancellationToken ct)
    {
        if (await sight.FindAsync(turn, trunkId, ct) is not { } known)
        {
            await turn.WhisperAsync(door.NoSuchTrunk(turn), ct);
            return;
        }

        switch (await videoSdk.GetAsync(trunkId, null, ct))
        {
            case Found { Trunk: var trunk }:
                await turn.ShowAsync(LiveTrunkCard.Of(known, trunk), ct);
                break;
            case NotFound:
                await turn.SayAsync(TrunkTexts.GoneAtVideoSdk(known), ct);
                break;
            case Failed { Reason: var reason }:
                await turn.SayAsync(TrunkTexts.CannotRead(reason), ct);
                break;
        }
    }
}
