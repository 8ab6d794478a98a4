using TrunkBot.Access;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>Adds entries to the current transaction.</summary>
internal sealed class AuditTrail(TrunkBotDbContext db, TimeProvider clock)
{
    /// <summary>The subject of everything that is about no request: one chain for a tenant's settings.</summary>
    public const string Settings = "settings";

    private static long s_made;

    /// <summary>A person did it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="tenantId">Whose subject it is.</param>
    /// <param name="subject"><c>TR-7</c>, or <see cref="Settings"/>.</param>
    /// <param name="act">What, in a word or two.</param>
    /// <param name="detail">What a reader wants to know beside it.</param>
    /// <param name="onBehalfOf">Somebody in whose place the actor acted.</param>
    /// <param name="rule">The policy rule that decided.</param>
    public void By(
        Person actor, string tenantId, string subject, string act, string? detail = null, Person? onBehalfOf = null, string? rule = null) =>
        Add(tenantId, subject, act, detail, actor, onBehalfOf, rule);

    /// <summary>TrunkBot did it: a clock ran out, an answer came.</summary>
    public void ByTrunkBot(
        string tenantId, string subject, string act, string? detail = null, Person? onBehalfOf = null, string? rule = null) =>
        Add(tenantId, subject, act, detail, null, onBehalfOf, rule);

    private void Add(string tenantId, string subject, string act, string? detail, Person? actor, Person? onBehalfOf, string? rule) =>
        db.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenantId,
            Subject = subject,
            At = clock.GetUtcNow(),
            ActorId = actor?.ObjectId,
            ActorName = actor?.Name,
            OnBehalfOfId = onBehalfOf?.ObjectId,
            OnBehalfOfName = onBehalfOf?.Name,
            Act = act,
            Detail = detail,
            Rule = rule,
            Order = Interlocked.Increment(ref s_made),
        });
}
