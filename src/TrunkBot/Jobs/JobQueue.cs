using TrunkBot.Storage;

namespace TrunkBot.Jobs;

/// <summary>Adds work to the current transaction.</summary>
internal sealed class JobQueue(TrunkBotDbContext db, TimeProvider clock)
{
    /// <param name="kind">The handler's kind.</param>
    /// <param name="tenantId">Whose Admins are to see it if it does not get done.</param>
    /// <param name="payload">What the handler needs to know.</param>
    /// <param name="dueAt">Not before; now when nothing is said.</param>
    public void Add(string kind, string tenantId, string payload, DateTimeOffset? dueAt = null) =>
        db.Add(new Job(Guid.CreateVersion7(), kind, tenantId, payload, dueAt ?? clock.GetUtcNow()));

    /// <summary>The same for work that has a name of its own.</summary>
    public void Add(Guid id, string kind, string? tenantId, string payload) => db.Add(new Job(id, kind, tenantId, payload, clock.GetUtcNow()));
}
