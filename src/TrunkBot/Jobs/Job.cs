using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Diagnostics;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Jobs;

internal enum JobState
{
    Waiting,
    Done,

    /// <summary>Failed too often; kept where an Admin sees it.</summary>
    Parked,
}

/// <summary>Work that was stored with the change that caused it. Done under a lease; a killed process loses nothing.</summary>
internal sealed class Job : Versioned, IWork
{
    /// <summary>From so many attempts on an Admin is shown that it struggles.</summary>
    public const int ManyAttempts = 5;

    private Job()
    {
    }

    public Job(Guid id, string kind, string? tenantId, string payload, DateTimeOffset dueAt)
    {
        (Id, Kind, TenantId, Payload, DueAt, TraceParent) = (id, kind, tenantId, payload, dueAt, Tracing.Cause);
        Touch();
    }

    /// <summary>New work with this payload.</summary>
    public static Job Of<TPayload>(TPayload payload, string? tenantId, DateTimeOffset dueAt) where TPayload : IPayload<TPayload> =>
        new(Guid.CreateVersion7(), TPayload.Kind, tenantId, payload.Write(), dueAt);

    /// <summary>Version 7: sorts in the order of making.</summary>
    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>Whose it is; null for work that belongs to no tenant.</summary>
    public string? TenantId { get; private set; }

    public string Payload { get; private set; } = "";

    public JobState State { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    public string? LeasedBy { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The turn whose reply this is; null for everything else.</summary>
    public string? TurnKey { get; init; }

    public string? LastProblem { get; private set; }

    /// <summary>The message that brought it about, where somebody traces: see <see cref="Tracing"/>.</summary>
    public string? TraceParent { get; private set; }

    public bool IsFree => State == JobState.Waiting && LeasedUntil is null && TurnKey is null;

    public void Finish()
    {
        (State, LeasedUntil, LeasedBy) = (JobState.Done, null, null);
        Touch();
    }

    /// <summary>What was sent is in the chat; a copy here would only be one more thing to guard.</summary>
    public void ForgetPayload()
    {
        Payload = "";
        Touch();
    }

    public void RetryAt(DateTimeOffset dueAt, string problem)
    {
        (State, DueAt, LastProblem, LeasedUntil, LeasedBy) = (JobState.Waiting, dueAt, problem, null, null);
        Touch();
    }

    public void Repeat(DateTimeOffset dueAt)
    {
        (DueAt, Attempts, LastProblem, LeasedUntil, LeasedBy) = (dueAt, 0, null, null, null);
        Touch();
    }

    public void Park(string problem)
    {
        (State, LastProblem, LeasedUntil, LeasedBy) = (JobState.Parked, problem, null, null);
        Touch();
    }

    /// <summary>Somebody has looked after what stood in its way: it begins anew.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        (State, DueAt, Attempts, LeasedUntil, LeasedBy) = (JobState.Waiting, now, 0, null, null);
        Touch();
    }

    /// <summary>Says that the worker is alive; saved with a change, it also proves that the lease still holds.</summary>
    public void Renew(DateTimeOffset leasedUntil)
    {
        LeasedUntil = leasedUntil;
        Touch();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.ToTable("Jobs").HasKey(job => job.Id);
            builder.Property(job => job.Id).ValueGeneratedNever();
            builder.Ignore(job => job.IsFree);
            builder.Property(job => job.Version).IsConcurrencyToken();
            builder.HasIndex(job => new { job.State, job.DueAt });
            // What struggles is found among all that waits for its day.
            builder.HasIndex(job => new { job.State, job.DueAt }, "IX_Jobs_Struggling").OfAtLeast(nameof(Attempts), ManyAttempts);
            builder.HasIndex(job => job.TurnKey);
        }
    }
}

internal static class JobTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();
    }
}
