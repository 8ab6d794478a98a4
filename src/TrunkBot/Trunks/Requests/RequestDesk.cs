using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Trunks.Requests;

/// <summary>Finds requests and takes them back. What it changes is saved by the turn that called.</summary>
internal sealed class RequestDesk(
    TrunkBotDbContext db, ApprovalDesk approvals, CollisionBook collisions, JobQueue jobs, AuditTrail audit, TimeProvider clock)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, long, string, CancellationToken, Task<TrunkRequest?>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, long number, string tenantId, CancellationToken _) =>
            db.Set<TrunkRequest>().SingleOrDefault(request => request.Number == number && request.TenantId == tenantId)));

    public Task<TrunkRequest?> FindAsync(RequestId id, string tenantId, CancellationToken ct) =>
        s_find.Of(db)(db, id.Number, tenantId, ct);

    /// <summary>The asker or an Admin takes the request back, as long as nothing was sent.</summary>
    public async Task CancelAsync(TrunkRequest request, Person by, CancellationToken ct)
    {
        var approval = await approvals.FindAsync(request.Id.ToString(), request.TenantId, ct);
        request.Cancel(clock.GetUtcNow());
        await collisions.FreeAsync(request, ct);
        audit.By(by, request.TenantId, request.Id.ToString(), "cancelled");
        if (by != request.Asker)
            jobs.Post(RoomBook.Read(request.Reference) with { ActivityId = null }, () => Activity.Message(TrunkTexts.CancelledForYou(request, by.Name)));
        if (approval is not null)
        {
            approval.Tell(Noted.Of(() => TrunkTexts.CancelledBy(by.Name)));
            await approvals.WithdrawAsync(approval, ct);
        }
    }
}
