using System.CommandLine;
using TrunkBot.Chat.Hearing;

namespace TrunkBot.Chat;

/// <summary>From a line of text to a command that was parsed, or to a sentence that says what to change.</summary>
internal sealed class CommandTable
{
    private static readonly ParserConfiguration s_parsing = new()
    {
        // A chat line is hostile: no file is opened for an argument, no letter bundles.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    // The parsers belong to the commands' classes and are shared by all tables of a process.
    private static readonly Lock s_parsers = new();

    private readonly IReadOnlyList<CommandEntry> _commands;

    // A plain Command, not a RootCommand: that one brings directives, --help and --version along.
    private readonly Command _root = new("trunkbot");

    public CommandTable(IEnumerable<CommandEntry> commands)
    {
        _commands = [.. commands];
        lock (s_parsers)
        {
            foreach (var group in _commands.GroupBy(command => command.Spec.Words.Split(' ')[0]))
                Add(group.Key, [.. group]);
        }
    }

    public IEnumerable<CommandSpec> Specs => _commands.Select(command => command.Spec);

    /// <summary>The command whose words begin the line; null when none do.</summary>
    public CommandSpec? Called(string text) => Called(ChatLine.Split(ChatLine.Tidy(text)))?.Spec;

    /// <summary>Finds and parses; role checks are the caller's, and come before any value is read.</summary>
    public CommandMatch Find(string text)
    {
        var line = ChatLine.Tidy(text);
        var words = ChatLine.Split(line);
        if (words.Count == 0 || Called(words) is not { } command)
            return new NoCommand(Nearest(words, isQuestion: line.EndsWith('?')));
        var length = command.Spec.Words.Count(c => c == ' ') + 1;
        var arguments = DryRun.First(command.Spec.Command, ChatLine.JoinNumbers([.. words.Skip(length)]));
        var options = arguments is [var first, ..] && first == DryRun.Option.Name ? 1 : 0;
        if (command.Spec.FreeTextAfter + options is { } fixedWords && arguments.Count > fixedWords)
            arguments = [.. arguments.Take(fixedWords), "--", .. arguments.Skip(fixedWords)];
        var parsed = _root.Parse([.. command.Spec.Words.Split(' '), .. arguments], s_parsing);
        return new FoundCommand(command, parsed);
    }

    private void Add(string first, IReadOnlyList<CommandEntry> group)
    {
        if (group is [{ Spec.Words: var words } only] && words == first)
        {
            _root.Add(only.Spec.Command);
            return;
        }

        var parent = new Command(first);
        foreach (var command in group)
            parent.Add(Nested(command));
        _root.Add(parent);
    }

    private static Command Nested(CommandEntry command)
    {
        var words = command.Spec.Words.Split(' ');
        return words.Length == 2 && words[1] == command.Spec.Command.Name
            ? command.Spec.Command
            : throw new InvalidOperationException($"The command '{command.Spec.Words}' must have one or two words and end in its parser's name.");
    }

    private CommandEntry? Called(IReadOnlyList<string> words) => _commands.FirstOrDefault(command =>
    {
        var called = command.Spec.Words.Split(' ');
        return words.Count >= called.Length
            && called.Zip(words).All(pair => pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    });

    // Only a slip of the keyboard in the same words is put right, and a question never becomes an order.
    private string? Nearest(IReadOnlyList<string> words, bool isQuestion) => _commands.Select(command => command.Spec)
        .Where(spec => !(isQuestion && spec.Changes))
        .FirstOrDefault(spec => spec.Words.Split(' ') switch
        {
            [var only] => words.Count == 1 && NearMiss.IsSlip(words[0], only),
            [_, var verb] when words.Count == 1 => !spec.Changes && NearMiss.IsSlip(words[0], verb),
            var called => words.Count > 1 && called.Zip(words).All(pair => NearMiss.IsSlip(pair.Second, pair.First)),
        })?.Words;
}

/// <summary>What a line of text turned out to be.</summary>
internal abstract record CommandMatch;

internal sealed record FoundCommand(CommandEntry Command, ParseResult Line) : CommandMatch;

/// <summary>Nothing with these words; perhaps the nearest was meant.</summary>
internal sealed record NoCommand(string? Nearest) : CommandMatch;
