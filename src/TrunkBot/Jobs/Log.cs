namespace TrunkBot.Jobs;

internal static partial class Log
{
    [LoggerMessage(501, LogLevel.Error, "Looking for stored work failed; trying again soon.")]
    public static partial void LookingForWorkFailed(this ILogger log, Exception problem);

    [LoggerMessage(502, LogLevel.Error, "A {Kind} job failed and will be tried again ({JobId}).")]
    public static partial void JobFailed(this ILogger log, string kind, Guid jobId, Exception problem);

    [LoggerMessage(503, LogLevel.Error, "A {Kind} job was parked ({JobId}): {Problem}")]
    public static partial void JobParked(this ILogger log, string kind, Guid jobId, string? problem);

    [LoggerMessage(504, LogLevel.Warning, "A {Kind} job lost a race, so nothing of it was saved ({JobId}).")]
    public static partial void JobLostARace(this ILogger log, string kind, Guid jobId);
}
