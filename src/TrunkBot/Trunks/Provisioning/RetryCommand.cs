using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>What VideoSDK refused TrunkBot for is mended: try again.</summary>
internal sealed class RetryCommand(RetryDesk desk) : ICommand, IDescribed
{
    private static readonly Argument<string> s_which = new("request") { Description = Say.Later("The request, like TR-7, or the word all") };

    public static CommandSpec Spec { get; } = new(
        "trunk retry", Say.Later("Try again to create what is on hold"), [Role.Admin],
        new Command("retry") { s_which, DryRun.Option }, ["/trunk retry TR-7", "/trunk retry all"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct) =>
        await turn.SayAsync(await desk.TryAgainAsync(turn.Person, turn.Roles, line.GetValue(s_which)!, ct), ct);
}

/// <summary>Try again: everything that is on hold from the notice, one request from its own card.</summary>
internal sealed class RetryAction(RetryDesk desk) : ICardAction, IVerb
{
    public static string Verb => HoldCard.Retry;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct) =>
        CardAnswer.Refuse(await desk.TryAgainAsync(turn.Person, turn.Roles, click.Text(HoldCard.Which) ?? click.RequestId ?? RetryDesk.All, ct));
}
