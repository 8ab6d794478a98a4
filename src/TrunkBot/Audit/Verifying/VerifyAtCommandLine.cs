using TrunkBot.Storage;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Audit.Verifying;

/// <summary><c>TrunkBot --verify-audit</c>: for whoever runs TrunkBot, beside a running bot or without one.</summary>
internal static class VerifyAtCommandLine
{
    public const string Option = "--verify-audit";

    /// <returns>The exit code: 0 when everything fits.</returns>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        if (!await DatabaseAge.IsCurrentAsync(db, CancellationToken.None))
            throw new StartException(AuditTexts.NoDatabase);
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        foreach (var flaw in report.Flaws)
            await Console.Out.WriteLineAsync(AuditTexts.Sentence(flaw));
        var isWhole = report.Flaws.Count == 0;
        await Console.Out.WriteLineAsync(isWhole ? AuditTexts.Good(report) : AuditTexts.Bad(report));
        return isWhole ? 0 : 1;
    }
}
