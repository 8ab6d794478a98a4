namespace TrunkBot.Access;

/// <summary>One entry of a role's list: <c>kind:value</c>.</summary>
internal sealed record Principal(string Kind, string Value)
{
    public static Principal Parse(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
        ? new Principal(text[..colon].Trim(), text[(colon + 1)..].Trim())
        : new Principal("", text);
}
