namespace TrunkBot.Approvals;

internal static partial class Log
{
    [LoggerMessage(302, LogLevel.Warning, "{Sentence}")]
    public static partial void CannotBeApproved(this ILogger log, string sentence);

    [LoggerMessage(303, LogLevel.Warning, "Somebody was shown the usual card of {Request}, because their own couldn't be made.")]
    public static partial void NoOwnCard(this ILogger log, string request, Exception problem);

    [LoggerMessage(301, LogLevel.Warning, "{Request} was pushed through without its approvals by the Admin {Person}.")]
    public static partial void PushedThrough(this ILogger log, string request, string person);
}
