using System.CommandLine;
using System.CommandLine.Parsing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Hearing;

/// <summary>What is wrong with a command's options, in our own words: the parser's would repeat whatever was typed.</summary>
internal static class LineProblems
{
    private const int MostProblems = 5;

    /// <summary>One sentence per problem; empty when the line can be used.</summary>
    public static IReadOnlyList<string> Of(ParseResult line)
    {
        if (line.Errors.Count == 0)
            return [];
        var command = line.CommandResult.Command;
        var problems = line.UnmatchedTokens.Select(token => Unknown(token, command))
            .Concat(line.CommandResult.Children.OfType<OptionResult>().SelectMany(OptionProblem))
            .Concat(command.Arguments.Where(argument => IsMissing(line, argument)).Select(argument => ChatTexts.Missing(Say.It(argument.Description!))))
            .Distinct()
            .ToList();
        if (problems.Count == 0)
            problems.Add(ChatTexts.UnreadableLine);
        return problems.Count <= MostProblems
            ? problems
            : [.. problems.Take(MostProblems), ChatTexts.MoreProblems(problems.Count - MostProblems)];
    }

    // A value is never repeated: it can be a password that somebody typed after an option that there is not.
    private static string Unknown(string token, Command command)
    {
        if (!token.StartsWith("--", StringComparison.Ordinal))
            return command.Options.Count == 0
                ? ChatTexts.TooManyWords
                : ChatTexts.StrayWords;
        var name = token.Split('=', ':')[0];
        var nearest = NearMiss.Of(name, command.Options.SelectMany(Names));
        if (command.Options.FirstOrDefault(option => option.Hidden && Names(option).Contains(nearest)) is { Description: { } refusal })
            return Say.It(refusal);
        return nearest is null
            ? ChatTexts.NoOption(Shown(name), [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)])
            : ChatTexts.NoOptionBut(Shown(name), nearest);
    }

    private static IEnumerable<string> Names(Option option) => option.Aliases.Append(option.Name);

    private static IEnumerable<string> OptionProblem(OptionResult option)
    {
        if (option.Option is { Hidden: true, Description: { } refusal })
            yield return Say.It(refusal);
        else if (option.Option.Arity.MaximumNumberOfValues <= 1 && (option.IdentifierTokenCount > 1 || option.Tokens.Count > 1))
            yield return ChatTexts.OptionTwice(option.Option.Name);
        else if (option.Option.Arity.MinimumNumberOfValues > 0 && option.Tokens.Count == 0 && !option.Implicit)
            yield return ChatTexts.OptionEmpty(option.Option.Name);
    }

    private static bool IsMissing(ParseResult line, Argument argument) =>
        argument.Arity.MinimumNumberOfValues > (line.GetResult(argument)?.Tokens.Count ?? 0);

    private static string Shown(string token)
    {
        var visible = CardText.Visible(token);
        return visible.Length <= 40 ? visible : visible[..40] + "…";
    }
}
