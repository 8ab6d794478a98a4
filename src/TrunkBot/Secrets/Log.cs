namespace TrunkBot.Secrets;

internal static partial class Log
{
    [LoggerMessage(601, LogLevel.Warning, "The key folder {Folder} is open to other users of this machine. Run: chmod 700 {Folder}")]
    public static partial void KeyFolderOpenToOthers(this ILogger log, string folder);
}
