namespace TrunkBot.Diagnostics;

internal static partial class Log
{
    [LoggerMessage(1201, LogLevel.Warning, "What {Part} measures could not be read: {Problem}")]
    public static partial void NotRead(this ILogger log, string part, string problem);
}
