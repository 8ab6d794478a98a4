namespace TrunkBot.Chat.SignIn;

internal static partial class Log
{
    [LoggerMessage(830, LogLevel.Warning, "Microsoft's sign-in can't be used now: {Problem}")]
    public static partial void SignInNotOffered(this ILogger log, string problem);

    [LoggerMessage(831, LogLevel.Warning, "A client of Teams got no token for signing in ({Code}). resourcematchfailed means that webApplicationInfo.resource in the app's manifest, the Application ID URI and the connection's token exchange URL differ.")]
    public static partial void ClientGotNoToken(this ILogger log, string code);
}
