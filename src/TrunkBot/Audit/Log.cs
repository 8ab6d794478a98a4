namespace TrunkBot.Audit;

internal static partial class Log
{
    [LoggerMessage(601, LogLevel.Information, "Audit checkpoint {Number} covers {Chains} chains and every checkpoint before it: {Hash}")]
    public static partial void Sealed(this ILogger log, long number, int chains, string hash);

    [LoggerMessage(602, LogLevel.Information, "Removed the audit entries of {Chains} finished requests that were older than Audit:KeepFor; their sealed heads stay.")]
    public static partial void Removed(this ILogger log, int chains);
}
