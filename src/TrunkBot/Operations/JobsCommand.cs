using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;

namespace TrunkBot.Operations;

/// <summary>What is stuck, and what to do about it.</summary>
internal sealed class JobsCommand(StuckWork work, StuckWorkDesk desk) : ICommand, IDescribed
{
    private const string Retry = "retry", Dismiss = "dismiss";

    private static readonly Argument<string?> s_act = Act();

    private static readonly Argument<string?> s_which = new("job")
    {
        Description = Say.Later("The number of a piece of work, or the word all"),
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static CommandSpec Spec { get; } = new(
        "trunk jobs", Say.Later("Show stuck work, try it again or dismiss it"), [Role.Admin],
        new Command("jobs") { s_act, s_which, DryRun.Option }, ["/trunk jobs", "/trunk jobs retry all", "/trunk jobs dismiss 3f9a1c2b"])
    {
        Phrases = ["stuck work", "show stuck work"],
    };

    public Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct) => (line.GetValue(s_act), line.GetValue(s_which)) switch
    {
        (null, _) => ShowAsync(turn, ct),
        (_, null) => turn.WhisperAsync(OperationsTexts.WhichOne, ct),
        (Retry, { } which) => SayAsync(turn, desk.TryAgainAsync(turn.Person, which, ct), ct),
        (_, { } which) => SayAsync(turn, desk.DismissAsync(turn.Person, which, ct), ct),
    };

    private async Task ShowAsync(ChatTurn turn, CancellationToken ct)
    {
        var stuck = await work.FindAsync(turn.Person.TenantId, StuckWorkCard.Most + 1, ct);
        if (stuck.Count == 0)
            await turn.WhisperAsync(OperationsTexts.NothingIsStuck, ct);
        else
            await turn.ShowAsync(StuckWorkCard.Of([.. stuck.Take(StuckWorkCard.Most)], stuck.Count > StuckWorkCard.Most, turn.Channel.CardActions), ct);
    }

    private static async Task SayAsync(ChatTurn turn, Task<string> answer, CancellationToken ct) => await turn.SayAsync(await answer, ct);

    private static Argument<string?> Act()
    {
        var act = new Argument<string?>("what") { Description = Say.Later("The word retry or dismiss"), Arity = ArgumentArity.ZeroOrOne };
        act.AcceptOnlyFromAmong(Retry, Dismiss);
        return act;
    }
}

/// <summary>Try all again.</summary>
internal sealed class RetryWorkAction(StuckWorkDesk desk) : ICardAction, IVerb
{
    public static string Verb => StuckWorkCard.Retry;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct) =>
        CardAnswer.Refuse(await desk.TryAgainAsync(turn.Person, StuckWorkDesk.All, ct));
}
