using TrunkBot.Audit;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Outcomes;

/// <summary>What became of a create: state, audit, the asker's card and the room's card, in one transaction.</summary>
internal sealed class RequestEnd(TrunkBotDbContext db, AuditTrail audit, CollisionBook collisions, RequestDoubt doubt, RequestNews news, TimeProvider clock)
{
    public async Task CreatedAsync(TrunkRequest request, string trunkId, string? adoptedBy, CancellationToken ct)
    {
        request.Created(trunkId, clock.GetUtcNow());
        var spec = TrunkFacts.SpecOf(request);
        db.Add(new Trunk
        {
            TrunkId = trunkId,
            TenantId = request.TenantId,
            RequestNumber = request.Number,
            AskerId = request.AskerId,
            Name = spec.Name,
            Domain = spec.Domain,
            Direction = spec.Direction,
            Numbers = string.Join(", ", spec.Numbers),
            Username = spec.Username,
            CreatedAt = clock.GetUtcNow(),
        });
        collisions.Settle(request);
        Note(request, "created", TrunkTexts.CreatedAs(trunkId, adoptedBy));
        await news.TellAsync(request, ct);
    }

    public async Task FailedAsync(TrunkRequest request, Func<string> problem, CancellationToken ct)
    {
        var noted = Noted.Of(problem);
        request.Failed(noted, clock.GetUtcNow());
        await collisions.FreeAsync(request, ct);
        Note(request, "failed", noted.English);
        await news.TellAsync(request, ct);
    }

    public async Task UnknownAsync(TrunkRequest request, Func<string> problem, CancellationToken ct)
    {
        request.OutcomeUnknown(Noted.Of(problem), clock.GetUtcNow());
        await doubt.AskAdminsAsync(request, ct);
    }

    /// <summary>The database was restored: what was approved may have been created.</summary>
    public async Task DoubtAsync(TrunkRequest request, Func<string> problem, CancellationToken ct)
    {
        request.Doubt(Noted.Of(problem), clock.GetUtcNow());
        await doubt.AskAdminsAsync(request, ct);
    }

    private void Note(TrunkRequest request, string act, string detail) =>
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), act, detail);
}
