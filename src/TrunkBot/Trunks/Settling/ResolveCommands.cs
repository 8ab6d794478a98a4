using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Trunks.Provisioning;

namespace TrunkBot.Trunks.Settling;

/// <summary>The outcome was unknown and the trunk is there: an Admin names it.</summary>
internal sealed class AdoptTrunkCommand(UnknownOutcomeDesk desk, AdoptDesk adopting) : ICommand, IDescribed
{
    private static readonly Argument<string> s_request = new("request") { Description = TrunkTexts.TheRequest };
    private static readonly IdArgument s_trunk = new("trunk-id") { Description = Say.Later("The trunk id from VideoSDK's dashboard") };

    public static CommandSpec Spec { get; } = new(
        "trunk adopt", Say.Later("Settle an unknown outcome: the trunk is there"), [Role.Admin],
        new Command("adopt") { s_request, s_trunk, DryRun.Option }, ["/trunk adopt TR-7 aB3dE6gH9jK2mN5pQ8sT1"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, line.GetValue(s_request), ct);
        await turn.SayAsync(request is null ? refusal : await adopting.AdoptAsync(turn, request, line.GetValue(s_trunk)!, ct), ct);
    }
}

/// <summary>The outcome was unknown and the trunk is not there: an Admin has the create sent again.</summary>
internal sealed class ResendCommand(UnknownOutcomeDesk desk, ResendDesk resending) : ICommand, IDescribed
{
    private static readonly Argument<string> s_request = new("request") { Description = TrunkTexts.TheRequest };

    public static CommandSpec Spec { get; } = new(
        "trunk resend", Say.Later("Settle an unknown outcome: the trunk is not there, send the create again"), [Role.Admin],
        new Command("resend") { s_request, DryRun.Option }, ["/trunk resend TR-7"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, line.GetValue(s_request), ct);
        if (request is null)
            await turn.SayAsync(refusal, ct);
        else if (await resending.SendAgainAsync(turn, request, null, ct))
            await turn.SayAsync(ProvisioningTexts.SendingAgain(request), ct);
        else
            await turn.ShowAsync(ResendCard.Of(request, turn.Channel.CardActions, ProvisioningTexts.PasswordGone), ct);
    }
}
