namespace TrunkBot.Storage.Postgres;

internal static partial class Log
{
    [LoggerMessage(901, LogLevel.Information, "Listening for work that other processes store.")]
    public static partial void BellHeard(this ILogger log);

    [LoggerMessage(903, LogLevel.Information, "Waiting for {Holder}, which prepares the database, for {Longest} at most.")]
    public static partial void WaitsForAnother(this ILogger log, string holder, TimeSpan longest);

    [LoggerMessage(902, LogLevel.Warning, "Not listening for work of other processes, looking every Jobs:PollEvery instead: {Problem}")]
    public static partial void BellLost(this ILogger log, string problem);
}
