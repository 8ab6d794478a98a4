using System.Text.RegularExpressions;

namespace TrunkBot.Trunks.Fields;

internal enum Severity
{
    /// <summary>May be submitted all the same; the approver sees it.</summary>
    Warning,

    /// <summary>Must be put right first.</summary>
    Error,
}

/// <summary>One thing to know about one field: what it is and what to do about it.</summary>
internal sealed partial record Finding(string Field, Severity Severity, string Reason, string Remedy)
{
    /// <summary>What was probably meant, as it would be typed; null where the remedy does not name it.</summary>
    public string? Suggestion => Meant().Match(Remedy) is { Success: true } meant ? meant.Groups["value"].Value : null;

    public static Finding Error(string field, string reason, string remedy) =>
        new(field, Severity.Error, reason, remedy);

    public static Finding Warning(string field, string reason, string remedy) =>
        new(field, Severity.Warning, reason, remedy);

    [GeneratedRegex(@"Did you mean [\u201c`""']?(?<value>[^\u201d`""'?]+)[\u201d`""']?\?$")]
    private static partial Regex Meant();
}
