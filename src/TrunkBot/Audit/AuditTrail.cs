using TrunkBot.Access;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>Adds entries to the current transaction.</summary>
internal sealed class AuditTrail(TrunkBotDbContext db, TimeProvider clock)
{
    /// <summary>A person did it.</summary>
    public void By(Person actor, string tenantId, string subject, string act, string? detail = null) =>
        Add(tenantId, subject, act, detail, actor.ObjectId, actor.Name);

    /// <summary>TrunkBot did it: a clock ran out, an answer came.</summary>
    public void ByTrunkBot(string tenantId, string subject, string act, string? detail = null) =>
        Add(tenantId, subject, act, detail, null, null);

    private void Add(string tenantId, string subject, string act, string? detail, string? actorId, string? actorName) =>
        db.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenantId,
            Subject = subject,
            At = clock.GetUtcNow(),
            ActorId = actorId,
            ActorName = actorName,
            Act = act,
            Detail = detail,
        });
}
