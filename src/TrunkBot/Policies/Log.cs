namespace TrunkBot.Policies;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "The rule {Rule} failed, so everything that it is asked about is refused.")]
    public static partial void RuleFailed(this ILogger log, string rule, Exception problem);
}
