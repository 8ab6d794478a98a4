using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>What a room throws away when it is old.</summary>
internal interface IHousekeeping
{
    Task CleanAsync(CancellationToken ct);
}

/// <summary>All rooms are to throw away what is old.</summary>
internal sealed record KeepHouse : IPayload<KeepHouse>
{
    public static string Kind => "housekeeping";

    public string Purpose => Say.It("clear out what is old");

    public static KeepHouse Read(string stored) => new();

    public string Write() => "";
}

/// <summary>Keeps tables that grow from growing for ever. One for all processes; it comes back every hour.</summary>
internal sealed class HousekeepingJob(IEnumerable<IHousekeeping> rooms) : IJobHandler<KeepHouse>
{
    public static readonly Guid JobId = new("5b1f9a52-7d1c-4f0c-9a0e-3a5d2c7b6e11");

    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public async Task<JobResult> RunAsync(KeepHouse payload, Job job, CancellationToken cancellationToken)
    {
        foreach (var room in rooms)
            await room.CleanAsync(cancellationToken);
        return JobResult.Again(s_every);
    }
}

/// <summary>Marks of what was handled, of what was sent, and of conversations that fell silent.</summary>
internal sealed class MarksHousekeeping(
    TrunkBotDbContext db, Commit commit, IOptions<StorageOptions> storage, IOptions<JobOptions> jobs, TimeProvider clock) : IHousekeeping
{
    private const int AtOnce = 1000;

    public async Task CleanAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (seen, silent, done) = (now - storage.Value.KeepSeenActivities, now - storage.Value.KeepSilentState, now - jobs.Value.KeepFinished);
        await DeleteAsync(db.SeenActivities.Where(mark => mark.At < seen).OrderBy(mark => mark.At), ct);
        await DeleteAsync(db.State.Where(item => item.ChangedAt < silent).OrderBy(item => item.ChangedAt), ct);
        await DeleteAsync(db.Jobs.Where(job => job.State == JobState.Done && job.DueAt < done).OrderBy(job => job.DueAt), ct);
    }

    // A few at a time: others write in between, however many there are.
    private async Task DeleteAsync<TRow>(IQueryable<TRow> old, CancellationToken ct)
    {
        while (await commit.ExecuteAsync(() => old.Take(AtOnce).ExecuteDeleteAsync(ct), ct) == AtOnce)
        {
        }
    }
}

/// <summary>Sees to it that the jobs exist which come back by themselves, and that work which a dead process held is not waited for.</summary>
internal sealed class HousekeepingAtStart(
    IServiceScopeFactory scopes, IEnumerable<RecurringJob> recurring, IBackEnd backEnd, Commit commit, TimeProvider clock) : IHostedService
{
    // Most starts find nothing to do. They find it by statements: to build a query takes longer than all else here.
    private static readonly Statement s_one = Statement.Select<Job>(nameof(Job.Kind)).Where(nameof(Job.Id));

    private static readonly Statement s_leased =
        Statement.Select<Job>(nameof(Job.Kind)).Where(nameof(Job.State)).WhereSet(nameof(Job.LeasedUntil)).Limit();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (backEnd.HasOneProcess && await IsThereAsync(s_leased, cancellationToken, JobState.Waiting, 1))
            await GiveBackLeasesAsync(cancellationToken);
        foreach (var (id, kind, payload) in recurring)
            // If another process was faster, it is done.
            if (!await IsThereAsync(s_one, cancellationToken, id))
                await commit.TrySaveAsync(Change.Insert(new Job(id, kind, null, payload, clock.GetUtcNow())), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsThereAsync(Statement statement, CancellationToken ct, params object?[] values) =>
        await backEnd.ReadAsync(statement, row => row.GetString(0), ct, values) is not null;

    // Raising the version shuts out whoever still believes to hold one.
    private async Task GiveBackLeasesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        await commit.ExecuteAsync(
            () => db.Jobs
                .Where(job => job.State == JobState.Waiting && job.LeasedUntil != null)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(job => job.LeasedBy, (string?)null)
                        .SetProperty(job => job.Version, job => job.Version + 1),
                    ct),
            ct);
    }
}
