using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>
/// A turn's unit of work: bot state, its answer, its mark, a job for everything that is to leave and whatever rooms have changed, in one transaction.
/// </summary>
internal sealed class TurnRows(IBackEnd backEnd, ContextLease context, Commit commit, TimeProvider clock) : IStorage, ITurnStore
{
    // To the hour is exact enough to see who fell silent, and spares most turns an index.
    private static readonly TimeSpan s_resolution = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (long Version, long ChangedAt)> _read = [];
    private readonly Dictionary<string, RowWrite> _writes = [];
    private readonly Dictionary<string, StoreItem?> _written = [];

    // One name for each row, and the first in the alphabet: who loses about several waits with whoever loses about the same.
    public string? Contested => (context.Current?.ChangeTracker.Entries<Versioned>() ?? [])
        .Where(entry => entry.State == EntityState.Modified)
        .Select(entry => $"{entry.Metadata.Name} {entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0]).CurrentValue}")
        .Concat(_writes.Keys)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Stores this row with the turn; what was given before under the same key is forgotten.</summary>
    public void Set(string key, RowWrite write) => _writes[key] = write;

    /// <summary>Forgets what was given under this key.</summary>
    public void Unset(string key) => _writes.Remove(key);

    public async Task<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        if (_written.TryGetValue(key, out var written))
            return written;
        var row = await backEnd.Rows.ReadAsync(
            """SELECT "Json", "Version", "ChangedAt" FROM "State" WHERE "Key" = $1""",
            row => Tuple.Create(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken, key);
        if (row is null)
            return null;
        _read[key] = (row.Item2, row.Item3);
        return new StoreItem(row.Item1, row.Item2.ToString(CultureInfo.InvariantCulture));
    }

    public Task WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
    {
        Set(StateKey(key), StateRow(key, item, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        _written[key] = item;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        // What this turn has not read was not there, or is none of its business.
        if (_read.TryGetValue(key, out var read))
            Set(StateKey(key), new("""DELETE FROM "State" WHERE "Key" = $1 AND "Version" = $2""", key, read.Version));
        else
            Unset(StateKey(key));
        _written[key] = null;
        return Task.CompletedTask;
    }

    public async Task<StoredTurn?> FindAsync(string turnKey, CancellationToken cancellationToken)
    {
        var answer = await backEnd.Rows.ReadAsync(
            """SELECT "Status", "Body" FROM "SeenActivities" WHERE "Key" = $1""",
            row => new InvokeResponse(row.GetInt32(0), row.IsDBNull(1) ? null : JsonElement.Parse(row.GetString(1))), cancellationToken, turnKey);
        return answer is null ? null : new StoredTurn(turnKey, answer, await UnsentAsync(turnKey, cancellationToken));
    }

    public Task<bool> TryCommitAsync(StoredTurn turn, CancellationToken cancellationToken)
    {
        List<RowWrite> rows = [.. _writes.Values];
        var now = clock.GetUtcNow();
        if (turn.Key is not null)
        {
            rows.Add(new(
                """INSERT INTO "SeenActivities" ("Key", "Status", "Body", "At") VALUES ($1, $2, $3, $4)""",
                turn.Key, turn.Response.Status, turn.Response.Body?.GetRawText(), now.ToUnixTimeMilliseconds()));
        }

        rows.AddRange(turn.Outgoing.Select(reply => ReplyRows.Insert(reply, turn.Key, now)));
        return commit.TrySaveAsync(context.Current, rows, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingActivity>> UnsentAsync(string turnKey, CancellationToken cancellationToken)
    {
        var waiting = await context.Open().Jobs.AsNoTracking()
            .Where(job => job.TurnKey == turnKey && job.State == JobState.Waiting)
            .OrderBy(job => job.Id)
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(SendActivity.Read)];
    }

    private RowWrite StateRow(string key, StoreItem item, long now)
    {
        if (item.ETag is not { } tag)
            return new("""INSERT INTO "State" ("Key", "Json", "ChangedAt", "Version") VALUES ($1, $2, $3, 1)""", key, item.Json, now);
        return _read.TryGetValue(key, out var read) && now - read.ChangedAt < s_resolution.TotalMilliseconds
            ? new("""UPDATE "State" SET "Json" = $1, "Version" = "Version" + 1 WHERE "Key" = $2 AND "Version" = $3""", item.Json, key, Version(tag))
            : new("""UPDATE "State" SET "Json" = $1, "ChangedAt" = $2, "Version" = "Version" + 1 WHERE "Key" = $3 AND "Version" = $4""", item.Json, now, key, Version(tag));
    }

    private static string StateKey(string key) => $"state {key}";

    private static long Version(string tag) => long.Parse(tag, CultureInfo.InvariantCulture);
}
