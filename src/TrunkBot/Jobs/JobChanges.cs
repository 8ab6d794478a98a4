using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

/// <summary>What is done to a job that nobody has read: each touches the row for one caller only.</summary>
internal static class JobChanges
{
    private static readonly Statement s_lease = Statement.Update<Job>()
        .Set(nameof(Job.LeasedUntil), nameof(Job.LeasedBy)).Raise(nameof(Job.Attempts), nameof(Job.Version))
        .Where(nameof(Job.Id), nameof(Job.State)).WhereFree(nameof(Job.LeasedUntil));

    private static readonly Statement s_hold = Statement.Update<Job>()
        .Set(nameof(Job.LeasedUntil)).Raise(nameof(Job.Version)).Where(nameof(Job.Id), nameof(Job.State)).WhereFree(nameof(Job.LeasedUntil));

    private static readonly Statement s_remove =
        Statement.Delete<Job>().Where(nameof(Job.Id), nameof(Job.State)).WhereFree(nameof(Job.LeasedUntil));

    private static readonly Statement s_wait = Statement.Update<Job>()
        .Set(nameof(Job.DueAt)).Clear(nameof(Job.LeasedUntil)).Raise(nameof(Job.Version)).Where(nameof(Job.Id));

    private static readonly Statement s_forget = Statement.Delete<Job>().Where(nameof(Job.Id));

    /// <summary>A worker takes it for a while.</summary>
    public static Change Lease(Guid id, string worker, DateTimeOffset now, DateTimeOffset until) =>
        Change.By(s_lease, until, worker, id, JobState.Waiting, now);

    /// <summary>Somebody who is no worker takes it for a while.</summary>
    public static Change Hold(Guid id, DateTimeOffset now, DateTimeOffset until) => Change.By(s_hold, until, id, JobState.Waiting, now);

    /// <summary>Takes it away while nobody has it: what is done at most once is done by whoever did this.</summary>
    public static Change Remove(Guid id, DateTimeOffset now) => Change.By(s_remove, id, JobState.Waiting, now);

    /// <summary>Gives it back, due at this time.</summary>
    public static Change Wait(Guid id, DateTimeOffset dueAt) => Change.By(s_wait, dueAt, id);

    /// <summary>It is done, and nobody has to know that it was there.</summary>
    public static Change Forget(Guid id) => Change.By(s_forget, id);
}
