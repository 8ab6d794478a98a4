namespace TrunkBot.Storage;

internal static partial class Log
{
    [LoggerMessage(921, LogLevel.Warning, "The database takes no changes: {Problem}")]
    public static partial void CannotStore(this ILogger log, string problem);
}
