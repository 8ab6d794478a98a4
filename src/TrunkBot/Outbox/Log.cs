namespace TrunkBot.Outbox;

internal static partial class Log
{
    [LoggerMessage(505, LogLevel.Warning, "An activity was not sent and will be tried again: {Problem}")]
    public static partial void ActivityWaits(this ILogger log, string problem);

    [LoggerMessage(506, LogLevel.Error, "An activity could not be sent: {Problem}")]
    public static partial void ActivityRefused(this ILogger log, string problem);
}
