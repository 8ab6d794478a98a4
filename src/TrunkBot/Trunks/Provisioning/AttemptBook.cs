using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Polly;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>
/// Writes down what VideoSDK answered, and does not rest before it is written: no answer can be had a second time. It goes by what the
/// database says then, not by what was read before the create left, which may be long ago.
/// </summary>
internal sealed class AttemptBook(IServiceScopeFactory scopes, Commit commit, TimeProvider clock, ILogger<AttemptBook> log)
{
    private readonly ResiliencePipeline<bool> _patience = Retries.UntilDone(clock, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(30));

    public async Task WriteAsync(Attempt attempt, CreateOutcome outcome)
    {
        // Before it is saved: if this process ends first, the log has what nobody else knows.
        if (outcome is Created { Trunk: var trunk })
            log.TrunkGiven(new RequestId(attempt.Number), trunk.TrunkId);
        await _patience.ExecuteAsync(async _ => await TryWriteAsync(attempt, outcome));
    }

    private async Task<bool> TryWriteAsync(Attempt attempt, CreateOutcome outcome)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AttemptEnd>().ApplyAsync(attempt, outcome, CancellationToken.None);
            return await commit.TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), CancellationToken.None);
        }
        catch (Exception problem) when (IsOfTheDatabase(problem))
        {
            log.AnswerNotWritten(new RequestId(attempt.Number), problem);
            return false;
        }
    }

    private static bool IsOfTheDatabase(Exception problem) =>
        problem is DbException or DbUpdateException or CommitInDoubtException or TimeoutException or { InnerException: DbException or TimeoutException };
}
