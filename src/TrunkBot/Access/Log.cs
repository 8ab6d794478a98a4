namespace TrunkBot.Access;

internal static partial class Log
{
    [LoggerMessage(801, LogLevel.Warning, "The role source {Source} could not be asked, so nobody gets a role from it.")]
    public static partial void RoleSourceUnreachable(this ILogger log, string source, Exception problem);

    [LoggerMessage(802, LogLevel.Warning, "Nobody is an administrator, so nobody can set the approvals room. Set Access:Roles:Admin:0 to user:{TenantId}/<object id>, for example; /whoami shows everybody their own line.")]
    public static partial void NobodyIsAdmin(this ILogger log, string tenantId);

    [LoggerMessage(803, LogLevel.Information, "An activity was refused: {Reason}")]
    public static partial void ActivityNotAdmitted(this ILogger log, string reason);

    [LoggerMessage(830, LogLevel.Warning, "Microsoft Graph doesn't answer: {Reason}. It is asked again in {Seconds:F0} seconds; until then nobody gets a role by a group or team that isn't remembered.")]
    public static partial void GraphSilent(this ILogger log, string reason, double seconds);

    [LoggerMessage(820, LogLevel.Warning, "A sign-in token was refused: {Reason}.")]
    public static partial void UserTokenRefused(this ILogger log, string reason);

    [LoggerMessage(821, LogLevel.Warning, "The token service gave a token that is {Minutes:F0} minutes old, older than Access:RememberFor, so its roles don't count.")]
    public static partial void UserTokenTooOld(this ILogger log, double minutes);

    [LoggerMessage(822, LogLevel.Error, "The remembered roles of {Person} were changed in the database. They don't count.")]
    public static partial void RememberedRolesForged(this ILogger log, string person);
}
