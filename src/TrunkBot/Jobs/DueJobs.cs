using System.Globalization;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>
/// Finds work that is due and of a kind that this process can do. While a new version is brought in beside an old one, there is work that
/// only the new one knows; it waits for it.
/// </summary>
/// <param name="handlers">Who does what, by the kind of the work.</param>
internal sealed class DueJobs(IReadOnlyDictionary<string, Type> handlers)
{
    private readonly string _sql =
        $"""
        SELECT "Id" FROM "Jobs"
        WHERE "State" = $1 AND "DueAt" <= $2 AND ("LeasedUntil" IS NULL OR "LeasedUntil" < $2) AND "Kind" IN ({Values(4, handlers.Count)})
        ORDER BY "DueAt", "Id" LIMIT $3
        """;

    public static async Task<DueJobs> KnownToAsync(IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        return new(scope.ServiceProvider.GetServices<IJobHandler>().ToDictionary(handler => handler.Kind, handler => handler.GetType()));
    }

    /// <summary>The handler of this kind, alone: the others are not made for it.</summary>
    public IJobHandler HandlerOf(Job job, IServiceProvider scope) => (IJobHandler)ActivatorUtilities.CreateInstance(scope, handlers[job.Kind]);

    public ValueTask<List<Guid>> FindAsync(IRowStore rows, DateTimeOffset now, int most, CancellationToken ct) => rows.ListAsync(
        _sql, row => row.GetGuid(0), ct, [(int)JobState.Waiting, now.ToUnixTimeMilliseconds(), most, .. handlers.Keys]);

    private static string Values(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"${number}")));
}
