namespace TrunkBot.Trunks.Fields;

internal enum Severity
{
    /// <summary>May be submitted all the same; the approver sees it.</summary>
    Warning,

    /// <summary>Must be put right first.</summary>
    Error,
}

/// <summary>One thing to know about one field: what it is and what to do about it.</summary>
internal sealed record Finding(string Field, Severity Severity, string Reason, string Remedy)
{
    public static Finding Error(string field, string reason, string remedy) =>
        new(field, Severity.Error, reason, remedy);

    public static Finding Warning(string field, string reason, string remedy) =>
        new(field, Severity.Warning, reason, remedy);
}
