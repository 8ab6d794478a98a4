using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>
/// Finds work that is due and of a kind that this process can do. While a new version is brought in beside an old one, there is work that
/// only the new one knows; it waits for it.
/// </summary>
/// <param name="handlers">Who does what, by the kind of the work.</param>
internal sealed class DueJobs(IReadOnlyDictionary<string, Type> handlers)
{
    private readonly Statement _due = Statement.Select<Job>(nameof(Job.Id))
        .Where(nameof(Job.State)).WhereNotAfter(nameof(Job.DueAt)).WhereFree(nameof(Job.LeasedUntil)).WhereOneOf(nameof(Job.Kind), handlers.Count)
        .OrderBy(nameof(Job.DueAt), nameof(Job.Id)).Limit();

    public static async Task<DueJobs> KnownToAsync(IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        return new(scope.ServiceProvider.GetServices<IJobHandler>().ToDictionary(handler => handler.Kind, handler => handler.GetType()));
    }

    /// <summary>The handler of this kind, alone: the others are not made for it.</summary>
    public IJobHandler HandlerOf(Job job, IServiceProvider scope) => (IJobHandler)ActivatorUtilities.CreateInstance(scope, handlers[job.Kind]);

    public ValueTask<List<Guid>> FindAsync(IBackEnd backEnd, DateTimeOffset now, int most, CancellationToken ct) =>
        backEnd.ListAsync(_due, row => row.GetGuid(0), ct, [JobState.Waiting, now, now, .. handlers.Keys, most]);
}
