namespace TrunkBot.Approvals;

/// <summary>What people say about a decision, as it is kept.</summary>
internal static class Comments
{
    public const int Longest = 500;

    /// <summary>The words of a line; null where there are none.</summary>
    public static string? Read(string[]? words) => Read(string.Join(' ', words ?? []));

    public static string? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Length <= Longest ? text.Trim() : text[..Longest].Trim();
}
