using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Storage;

/// <summary>Stores a turn: what it changed, its answer, its mark and a job for everything that is to leave, in one transaction.</summary>
internal sealed class EfTurnStore(TrunkBotDbContext db, Commit commit, JobQueue jobs, TimeProvider clock) : ITurnStore
{
    private static readonly Func<TrunkBotDbContext, string, CancellationToken, Task<SeenActivity?>> s_find =
        EF.CompileAsyncQuery((TrunkBotDbContext db, string key, CancellationToken _) =>
            db.Set<SeenActivity>().AsNoTracking().SingleOrDefault(seen => seen.Key == key));

    public async Task<StoredTurn?> FindAsync(string turnKey, CancellationToken cancellationToken)
    {
        if (await s_find(db, turnKey, cancellationToken) is not { } seen)
            return null;
        var body = seen.Body is null ? (JsonElement?)null : JsonSerializer.Deserialize(seen.Body, ProtocolJsonContext.Default.JsonElement);
        return new StoredTurn(turnKey, new InvokeResponse(seen.Status, body), await UnsentAsync(turnKey, cancellationToken));
    }

    public async Task<bool> TryCommitAsync(StoredTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Key is not null)
        {
            db.Add(new SeenActivity
            {
                Key = turn.Key,
                Status = turn.Response.Status,
                Body = turn.Response.Body?.GetRawText(),
                At = clock.GetUtcNow(),
            });
        }

        foreach (var outgoing in turn.Outgoing)
            jobs.AddReply(outgoing, turn.Key);
        return await commit.TrySaveAsync(db, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingActivity>> UnsentAsync(string turnKey, CancellationToken cancellationToken)
    {
        var waiting = await db.Jobs.AsNoTracking()
            .Where(job => job.TurnKey == turnKey && job.State == JobState.Waiting)
            .OrderBy(job => job.Id)
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(SendActivity.Read)];
    }
}
