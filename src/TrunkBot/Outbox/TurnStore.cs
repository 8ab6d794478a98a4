using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Outbox;

/// <summary>Ends a turn: state, answer, mark, what is to leave and whatever rooms have changed, in one transaction.</summary>
internal sealed class TurnStore(IBackEnd backEnd, TurnChanges changes, ContextLease context, Commit commit, TimeProvider clock) : ITurnStore
{
    private static readonly Statement s_answer =
        Statement.Select<SeenActivity>(nameof(SeenActivity.Status), nameof(SeenActivity.Body)).Where(nameof(SeenActivity.Key));

    public string? Contested => changes.Contested;

    public async Task<StoredTurn?> FindAsync(string turnKey, CancellationToken cancellationToken)
    {
        var answer = await backEnd.ReadAsync(
            s_answer, row => new InvokeResponse(row.GetInt32(0), row.Text(1) is { } body ? JsonElement.Parse(body) : null), cancellationToken, turnKey);
        return answer is null ? null : new StoredTurn(turnKey, answer, await TakeUnsentAsync(turnKey, cancellationToken));
    }

    public Task<bool> TryCommitAsync(StoredTurn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Change> rows = [];
        if (turn.Key is { } key)
            rows.Add(Change.Insert(new SeenActivity { Key = key, Status = turn.Response.Status, Body = turn.Response.Body?.GetRawText(), At = now }));
        rows.AddRange(turn.Outgoing.Where(Reply.IsStored).Select(reply => Reply.Held(reply, turn.Key, now)));
        return commit.TrySaveAsync(changes.With(rows), cancellationToken);
    }

    // Perhaps the turn that made them is sending them at this moment, or a worker is: each is sent by whoever has taken it.
    private async Task<IReadOnlyList<OutgoingActivity>> TakeUnsentAsync(string turnKey, CancellationToken cancellationToken)
    {
        var waiting = await context.Open().Jobs.AsNoTracking()
            .Where(job => job.TurnKey == turnKey && job.State == JobState.Waiting)
            .OrderBy(job => job.Id)
            .ToListAsync(cancellationToken);
        List<OutgoingActivity> taken = [];
        foreach (var reply in waiting.Select(SendActivity.Read))
        {
            if (await commit.TrySaveAsync(Reply.Take(reply, clock.GetUtcNow()), cancellationToken))
                taken.Add(reply);
        }

        return taken;
    }
}
