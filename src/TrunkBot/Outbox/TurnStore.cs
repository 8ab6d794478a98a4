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
        return answer is null ? null : new StoredTurn(turnKey, answer, await UnsentAsync(turnKey, cancellationToken));
    }

    public Task<bool> TryCommitAsync(StoredTurn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Change> rows = [];
        if (turn.Key is { } key)
            rows.Add(Change.Insert(new SeenActivity { Key = key, Status = turn.Response.Status, Body = turn.Response.IsPrivate ? null : turn.Response.Body?.GetRawText(), At = now }));
        rows.AddRange(turn.Outgoing.Select(reply => Reply.Stored(reply, turn.Key, now)));
        return commit.TrySaveAsync(changes.With(rows), cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingActivity>> UnsentAsync(string turnKey, CancellationToken cancellationToken)
    {
        var waiting = await context.Open().Jobs.AsNoTracking()
            .Where(job => job.TurnKey == turnKey && job.State == JobState.Waiting)
            .OrderBy(job => job.Id)
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(job => SendActivity.Read(job.Payload).By(job))];
    }
}
