using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace TrunkBot.Chat;

/// <summary>An id that another system made. It is random: whatever it looks like, it is no password.</summary>
internal sealed partial class IdArgument(string name) : Argument<string>(name)
{
    /// <summary>Whether a word alone can be such an id: longer than what people choose, and without signs. VideoSDK's have 21 characters.</summary>
    public static bool IsShaped(string word) => Shape().IsMatch(word);

    /// <summary>The ids of a line.</summary>
    public static IReadOnlyList<string> In(ParseResult line) =>
    [
        .. line.CommandResult.Children.OfType<ArgumentResult>().Where(result => result.Argument is IdArgument)
            .SelectMany(result => result.Tokens).Select(token => token.Value).Where(IsShaped),
    ];

    [GeneratedRegex(@"^[A-Za-z0-9_-]{20,64}\z")]
    private static partial Regex Shape();
}
