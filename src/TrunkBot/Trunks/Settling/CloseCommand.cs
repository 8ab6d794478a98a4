using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Settling;

/// <summary>The outcome was unknown, the trunk is not there, and it is not to be sent again: an Admin ends the request.</summary>
internal sealed class CloseCommand(UnknownOutcomeDesk desk) : ICommand, IDescribed
{
    private static readonly Argument<string> s_request = new("request") { Description = TrunkTexts.TheRequest };

    public static CommandSpec Spec { get; } = new(
        "trunk close", Say.Later("Settle an unknown outcome: the trunk is not there, and it is not to be created"), [Role.Admin],
        new Command("close") { s_request, DryRun.Option }, ["/trunk close TR-7"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, line.GetValue(s_request), ct);
        await turn.SayAsync(request is null ? refusal : await desk.CloseAsync(turn, request, ct), ct);
    }
}

/// <summary>The same from the card.</summary>
internal sealed class CloseAction(UnknownOutcomeDesk desk, RequestView view) : ICardAction, IVerb
{
    public static string Verb => SettleCard.Close;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, click.RequestId, ct);
        if (request is null)
            return CardAnswer.Refuse(refusal);
        await desk.CloseAsync(turn, request, ct);
        return CardAnswer.Show(await view.OfAsync(request, turn, ct));
    }
}
