namespace TrunkBot.Access;

internal static partial class Log
{
    [LoggerMessage(801, LogLevel.Warning, "The role source {Source} could not be asked, so nobody gets a role from it.")]
    public static partial void RoleSourceUnreachable(this ILogger log, string source, Exception problem);

    [LoggerMessage(802, LogLevel.Warning, "Nobody is an administrator, so nobody can set the approvals room. Set Access:Roles:Admin:0 to user:{TenantId}/<object id>, for example; /whoami shows everybody their own line.")]
    public static partial void NobodyIsAdmin(this ILogger log, string tenantId);

    [LoggerMessage(803, LogLevel.Information, "An activity was refused: {Reason}")]
    public static partial void ActivityNotAdmitted(this ILogger log, string reason);
}
