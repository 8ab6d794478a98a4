namespace TrunkBot.VideoSdk;

internal static partial class Log
{
    [LoggerMessage(701, LogLevel.Information, "A create at VideoSDK ended: {Outcome}. {Details}")]
    public static partial void CreateEnded(this ILogger log, string outcome, string? details);
}
