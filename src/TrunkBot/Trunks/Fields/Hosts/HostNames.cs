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
    public static Finding? Objection(string name)
    {
        if (name.Length > LongestName)
            return FieldTexts.HostLong(LongestName);
        if (name.Contains('_', StringComparison.Ordinal))
            return FieldTexts.Underscore;
        if (name.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var at)
            return BadCharacter(name[at]);
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

    private static Finding? Labels(string[] labels)
    {
        if (labels.Contains(""))
            return FieldTexts.DotTooMany;
        if (Array.Exists(labels, label => label.Length > LongestLabel))
            return FieldTexts.PartLong(LongestLabel);
        if (Array.Exists(labels, label => label.StartsWith('-') || label.EndsWith('-')))
            return FieldTexts.DashAtTheEnd;
        if (!char.IsAsciiLetter(labels[^1][0]))
            return FieldTexts.NeitherNameNorAddress;
        return labels.Length is 1 ? FieldTexts.OnePart : null;
    }

    private static Finding BadCharacter(char character) => character switch
    {
        _ when char.IsWhiteSpace(character) => FieldTexts.SpaceInHost,
        ',' => FieldTexts.SeveralHosts,
        '*' => FieldTexts.Star,
        _ => FieldTexts.OtherSign,
    };
}
