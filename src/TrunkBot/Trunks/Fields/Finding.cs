using TrunkBot.Languages;

namespace TrunkBot.Trunks.Fields;

internal enum Severity
{
    /// <summary>Was mended, and there was one way to do it: nothing is left to do.</summary>
    Note,

    /// <summary>May be submitted all the same; the approver sees it.</summary>
    Warning,

    /// <summary>Must be put right first.</summary>
    Error,
}

/// <summary>One thing to know about one field: what it is and what to do about it. It may be kept, and be read by others than whoever filled it in.</summary>
internal sealed record Finding(string Field, Severity Severity, Noted Reason, Noted Remedy)
{
    /// <summary>The whole field as it was probably meant, to be taken with a button; null where nothing is likely.</summary>
    public string? Suggestion { get; init; }

    public static Finding Note(string field, Noted reason) => new(field, Severity.Note, reason, "");

    public static Finding Error(string field, Noted reason, Noted remedy) =>
        new(field, Severity.Error, reason, remedy);

    public static Finding Warning(string field, Noted reason, Noted remedy) =>
        new(field, Severity.Warning, reason, remedy);
}
