using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

internal static partial class Log
{
    [LoggerMessage(151, LogLevel.Information, "VideoSDK gave {Request} the trunk {TrunkId}.")]
    public static partial void TrunkGiven(this ILogger log, RequestId request, string trunkId);

    [LoggerMessage(152, LogLevel.Error, "What VideoSDK answered for {Request} could not be saved; trying again until it is.")]
    public static partial void AnswerNotWritten(this ILogger log, RequestId request, Exception problem);

    [LoggerMessage(153, LogLevel.Error, "{Request} is on hold. {Statement} {Remedy} Then an administrator presses Try again, or types /trunk retry all.")]
    public static partial void OperatorsNeeded(this ILogger log, RequestId request, string statement, string remedy);
}
