namespace TrunkBot.Trunks.Fields;

/// <summary>One field after its rules: the value to send, or null when it cannot be sent, and what was found.</summary>
internal sealed record Reviewed<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class
{
    public static Reviewed<T> Refused(Finding finding) => new(null, [finding]);
}
