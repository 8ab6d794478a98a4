namespace TrunkBot.Operations;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "The Admin {Person} could not be told something, for no personal chat can be opened: {Problem}")]
    public static partial void PersonNotTold(this ILogger log, string person, string problem);
}
