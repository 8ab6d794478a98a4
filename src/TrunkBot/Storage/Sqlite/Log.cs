namespace TrunkBot.Storage.Sqlite;

internal static partial class Log
{
    [LoggerMessage(911, LogLevel.Warning, "Another TrunkBot is running on the database {DatabaseFile}; waiting up to {AtMost} for it to end.")]
    public static partial void WaitsForTheOtherProcess(this ILogger log, string databaseFile, TimeSpan atMost);

    [LoggerMessage(912, LogLevel.Warning, "Other users of this machine can open the database {File}. Run: chmod 600 {File}")]
    public static partial void FileOpenToOthers(this ILogger log, string file);
}
