using System.CommandLine;
using System.Text.RegularExpressions;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;
using TrunkBot.Storage;

namespace TrunkBot.Chat;

/// <summary>
/// What would happen: the command runs as ever, on the same rows and by the same rules, and then what it has changed is dropped instead of
/// saved. So a dry run cannot say anything else than the real run at that moment would do.
/// </summary>
internal sealed partial class DryRun(ContextLease context, IEnumerable<IForesight> foresights)
{
    /// <summary>Belongs to every command that changes something.</summary>
    public static Option<bool> Option { get; } = new("--dry-run")
    {
        Description = Say.Later("Say what would happen, and change nothing"),
        Arity = ArgumentArity.Zero,
    };

    public async Task RunAsync(ChatTurn turn, ICommand command, ParseResult line, CancellationToken ct)
    {
        turn.Rehearse();
        await turn.SayAsync(ChatTexts.DryRun, ct);
        try
        {
            await command.RunAsync(turn, line, ct);
            foreach (var foresight in foresights)
                foreach (var foreseen in await foresight.ForeseeAsync(turn, line, ct))
                    await turn.ForetellAsync(foreseen, ct);
        }
        finally
        {
            context.Current?.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Puts the option before everything else. Behind a comment it would be a part of the comment, and the command would be carried out; so
    /// what can only have been meant as the option is taken for it, too.
    /// </summary>
    public static IReadOnlyList<string> First(Command command, IReadOnlyList<string> words) =>
        command.Options.Contains(Option) && words.Any(word => Meant().IsMatch(word))
            ? [Option.Name, .. words.Where(word => !Meant().IsMatch(word))]
            : words;

    [GeneratedRegex("^(--?dry[-_]?run|--dry.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Meant();
}

/// <summary>A room's part of what a dry run says, after the command itself has spoken and before its changes are dropped.</summary>
internal interface IForesight
{
    Task<IReadOnlyList<Foreseen>> ForeseeAsync(ChatTurn turn, ParseResult line, CancellationToken ct);
}

/// <summary>A part of what a dry run says.</summary>
/// <param name="Sentence">It as a sentence.</param>
/// <param name="Card">The same as a card, which has no buttons; null where the sentence is enough.</param>
internal sealed record Foreseen(string Sentence, AdaptiveCard? Card = null);
