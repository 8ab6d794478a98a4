using System.Data.Common;
using System.Diagnostics;
using TrunkBot.Load.BackEnds;
using TrunkBot.Load.Children;

namespace TrunkBot.Load.Soak;

/// <summary>What was seen of the bot at a moment.</summary>
internal sealed record Sample(TimeSpan At, long Turns, Vitals Vitals, IReadOnlyDictionary<string, long> Rows);

/// <summary>Looks at the process and at its tables, every ten seconds.</summary>
internal sealed class Samples(Child child, IBackEnd backEnd, ChildOrder order, Crowd crowd)
{
    /// <summary>Work that is to be done now. Jobs for later, such as to remind somebody tomorrow, and the marks of those that were done stay for days.</summary>
    public const string DueJobs = "Jobs that are due";

    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);

    public async Task<List<Sample>> TakeAsync(Task until)
    {
        await using var connection = backEnd.Connect(order);
        await connection.OpenAsync();
        var tables = await TablesAsync(connection);
        var (samples, started) = (new List<Sample>(), Stopwatch.GetTimestamp());
        while (await Task.WhenAny(until, Task.Delay(s_every)) != until)
            samples.Add(new Sample(Stopwatch.GetElapsedTime(started), crowd.Turns, child.Vitals, await CountAsync(connection, tables)));
        return samples;
    }

    private async Task<List<string>> TablesAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = backEnd.Tables;
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await rows.ReadAsync())
            tables.Add(rows.GetString(0));
        return tables;
    }

    private static async Task<Dictionary<string, long>> CountAsync(DbConnection connection, List<string> tables)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the database's own.
        command.CommandText = string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table}', COUNT(*) FROM \"{table}\"")
            .Append($"SELECT '{DueJobs}', COUNT(*) FROM \"Jobs\" WHERE \"State\" = 0 AND \"DueAt\" <= {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}"));
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>();
        while (await rows.ReadAsync())
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        return counts;
    }
}
