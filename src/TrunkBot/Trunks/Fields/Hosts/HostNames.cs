namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>The host names of RFC 3261, section 25.1, and those that lead nowhere.</summary>
internal static class HostNames
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    private static readonly string[] Reserved =
        ["localhost", "localdomain", "local", "internal", "intranet", "lan", "test", "invalid", "example", "onion", "alt", "arpa"];

    private static readonly string[] Documented = ["example.com", "example.net", "example.org"];

    /// <summary>What keeps the text from being a host name; null when it is one.</summary>
    public static (string Reason, string Remedy)? Objection(string name)
    {
        if (name.Length > LongestName)
            return ($"The host is longer than {LongestName} characters.", "Copy it again from the carrier's console.");
        if (name.Contains('_', StringComparison.Ordinal))
            return ("The host has an underscore, which host names cannot have.",
                "Underscores belong to service records: give the host that the carrier names.");
        if (name.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var at)
            return (BadCharacter(name[at]), "Use letters, digits, dashes and dots.");
        return Labels(name.Split('.'));
    }

    /// <summary>Whether the name is kept for local use, tests or documents, so that no carrier can answer there.</summary>
    public static bool IsReserved(string name) => Array.Exists(Reserved, end => IsWithin(name, end));

    /// <summary>Whether it is one of the names that documents use; VideoSDK's own samples do.</summary>
    public static bool IsDocumented(string name) => Array.Exists(Documented, end => IsWithin(name, end));

    public static bool IsWithin(string name, string end) =>
        name == end || (name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal) && name[^(end.Length + 1)] is '.');

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static (string Reason, string Remedy)? Labels(string[] labels)
    {
        if (labels.Contains(""))
            return ("The host has a dot too many.", "Put exactly one dot between its parts.");
        if (Array.Exists(labels, label => label.Length > LongestLabel))
            return ($"A part of the host is longer than {LongestLabel} characters.", "Copy it again from the carrier's console.");
        if (Array.Exists(labels, label => label.StartsWith('-') || label.EndsWith('-')))
            return ("A part of the host begins or ends with a dash.", "Take the dash out.");
        if (!char.IsAsciiLetter(labels[^1][0]))
            return ("The host is neither a name nor an address.",
                "Give a name such as sip.carrier.com, or an address as four numbers with dots.");
        return labels.Length is 1
            ? ("The host has only one part, so it is known inside one network only.", "Give the full name, with its dots.")
            : null;
    }

    private static string BadCharacter(char character) => character switch
    {
        _ when char.IsWhiteSpace(character) => "There is a blank in the host.",
        ',' => "More than one host was given; a trunk has one.",
        '*' => "A star does not name one host.",
        _ => "The host has a character that host names cannot have.",
    };
}
