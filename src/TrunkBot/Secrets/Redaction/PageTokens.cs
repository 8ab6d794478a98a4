using System.Text.RegularExpressions;

namespace TrunkBot.Secrets.Redaction;

/// <summary>
/// Finds the token of a one-time link in a text. The web server writes the address of a page before anybody here has seen its token, and it writes
/// what it was sent: in capitals, escaped once or twice, below a path of a proxy.
/// </summary>
internal static partial class PageTokens
{
    // An escape, and the escape of its percent sign.
    private const string
        Escape = "%(?:25)*",
        Slash = $@"(?:[/\\]|{Escape}(?:2f|5c))",
        Secret = $"(?:s|{Escape}[57]3)(?:e|{Escape}[46]5)(?:c|{Escape}[46]3)(?:r|{Escape}[57]2)(?:e|{Escape}[46]5)(?:t|{Escape}[57]4)",
        Audit = $"(?:a|{Escape}[46]1)(?:u|{Escape}[57]5)(?:d|{Escape}[46]4)(?:i|{Escape}[46]9)(?:t|{Escape}[57]4)",
        Sign = $"(?:[a-z0-9_-]|{Escape}[0-9a-f]{{2}})";

    /// <summary>After the path of a page whatever could be a token or most of one; after any other path what is as long as one.</summary>
    [GeneratedRegex($"(?<=(?:{Secret}|{Audit}){Slash}+){Sign}{{20,}}|(?<={Slash}){Sign}{{43,}}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();
}
