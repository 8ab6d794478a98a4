namespace TrunkBot.Intake.Noticing;

/// <summary>Where a name and its value are two members of their own: <c>name="password" value="…"</c>, <c>{"name":"password","value":"…"}</c>, Kubernetes' variables, Terraform's defaults.</summary>
internal static class ValueMember
{
    private const int Furthest = 200;

    private static readonly System.Buffers.SearchValues<char> s_between = System.Buffers.SearchValues.Create("\"'`\\,{ \t\n/>");
    private static readonly string[] s_members = ["value", "default", "stringValue"], s_others = ["type", "sensitive", "description", "nullable", "ephemeral", "secure", "required", "label"];

    /// <summary>Behind the separator of the member that follows a name which ends here, and the line that it stands in.</summary>
    public static (int Behind, Stretch Line)? After(string text, int end, Stretch line)
    {
        var ahead = text.AsSpan(end, Math.Min(Furthest, text.Length - end));
        var start = ahead.IndexOfAnyExcept(s_between);
        while (start > 0 && Other(ahead[start..]) is > 0 and var passed)
            start = ahead[(start + passed)..].IndexOfAnyExcept(s_between) is var next and > 0 ? start + passed + next : -1;
        if (start <= 0 || Member(ahead[start..], s_members) is not (> 0 and var length))
            return null;
        var at = end + start + length;
        if (at > line.End)
            line = new(end + start, text.IndexOf('\n', at) is var stop and >= 0 ? stop : text.Length);
        return ValueText.Separator(text, ValueText.Skip(text, at, line.End), line.End) is { } behind ? (behind, line) : null;
    }

    // A member that comes between, with its value: type = string, "description": "…"
    private static int Other(ReadOnlySpan<char> text)
    {
        if (Member(text, s_others) is not (> 0 and var name))
            return 0;
        var end = text[name..].IndexOfAny(",\n") is var stop and >= 0 ? name + stop : text.Length;
        return text[name..end].ContainsAny(':', '=') ? end : 0;
    }

    private static int Member(ReadOnlySpan<char> text, string[] members)
    {
        foreach (var member in members)
        {
            if (text.StartsWith(member, StringComparison.OrdinalIgnoreCase) && text.Length > member.Length && !char.IsLetterOrDigit(text[member.Length]))
                return member.Length;
        }

        return 0;
    }
}
