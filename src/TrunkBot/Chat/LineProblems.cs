using System.CommandLine;
using System.CommandLine.Parsing;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

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
        var known = command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Append(option.Name)).Distinct().ToList();
        var problems = line.UnmatchedTokens.Where((_, at) => !IsValueOfUnknown(line.UnmatchedTokens, at)).Select(token => Unknown(token, known))
            .Concat(line.CommandResult.Children.OfType<OptionResult>().SelectMany(OptionProblem))
            .Concat(command.Arguments.Where(argument => IsMissing(line, argument)).Select(argument => $"{argument.Description} is missing."))
            .Distinct()
            .ToList();
        if (problems.Count == 0)
            problems.Add("This line could not be read.");
        return problems.Count <= MostProblems
            ? problems
            : [.. problems.Take(MostProblems), $"And {problems.Count - MostProblems} more of the same kind."];
    }

    // What was given to an option that there is not may be a password: --passwd hunter2.
    private static bool IsValueOfUnknown(IReadOnlyList<string> tokens, int at) =>
        at > 0 && !tokens[at].StartsWith('-') && tokens[at - 1].StartsWith('-') && !tokens[at - 1].Contains('=', StringComparison.Ordinal);

    private static string Unknown(string token, IReadOnlyList<string> known)
    {
        if (!token.StartsWith('-'))
            return $"I don't know what to do with “{Shown(token)}”. A value with blanks needs quotes.";
        var option = token.Split('=', ':')[0];
        var shown = Shown(option);
        return NearMiss.Of(option, known) is { } nearest
            ? $"There is no option {shown}. Did you mean {nearest}?"
            : $"There is no option {shown}. Known are {string.Join(", ", known)}.";
    }

    private static IEnumerable<string> OptionProblem(OptionResult option)
    {
        if (option.Option.Arity.MaximumNumberOfValues == 1 && (option.IdentifierTokenCount > 1 || option.Tokens.Count > 1))
            yield return $"{option.Option.Name} was given more than once. Give it once.";
        else if (option.Option.Arity.MinimumNumberOfValues > 0 && option.Tokens.Count == 0 && !option.Implicit)
            yield return $"{option.Option.Name} needs a value after it.";
    }

    private static bool IsMissing(ParseResult line, Argument argument) =>
        argument.Arity.MinimumNumberOfValues > (line.GetResult(argument)?.Tokens.Count ?? 0);

    private static string Shown(string token)
    {
        var visible = CardText.Visible(token);
        return visible.Length <= 40 ? visible : visible[..40] + "…";
    }
}
