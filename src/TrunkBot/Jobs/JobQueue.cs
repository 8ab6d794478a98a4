using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Adds work to the current transaction.</summary>
internal sealed class JobQueue(TrunkBotDbContext db, TimeProvider clock)
{
    /// <param name="payload">What is to be done.</param>
    /// <param name="tenantId">Whose Admins are to see it if it does not get done; null where nobody knows.</param>
    /// <param name="dueAt">Not before; now when nothing is said.</param>
    /// <returns>The job, which is not stored yet.</returns>
    public Job Add<TPayload>(TPayload payload, string? tenantId, DateTimeOffset? dueAt = null) where TPayload : IPayload<TPayload> =>
        db.Add(Job.Of(payload, tenantId, dueAt ?? clock.GetUtcNow())).Entity;
}
