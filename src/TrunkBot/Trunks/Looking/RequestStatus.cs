using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Chat.Showing;
using TrunkBot.Operations.Status;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>Which requests of a tenant wait, for whom, and for how long.</summary>
internal sealed class RequestStatus(TrunkBotDbContext db, TimeProvider clock) : IStatusPart
{
    private const int MostCounted = 100;
    private static readonly TimeSpan s_long = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<StatusLine>> ReadAsync(Person admin, CancellationToken ct)
    {
        IQueryable<TrunkRequest> In(RequestState state) => db.Requests.Where(request => request.State == state && request.TenantId == admin.TenantId);
        // A request that waits for approvers changes only when it is edited, and then they are asked anew.
        var since = await In(RequestState.Pending).OrderBy(request => request.ChangedAt)
            .Select(request => request.ChangedAt).Take(MostCounted + 1).ToListAsync(ct);
        var unknown = await CountAsync(In(RequestState.OutcomeUnknown), ct);
        var held = await CountAsync(In(RequestState.Approved).Where(request => request.HeldSince != null), ct);
        var age = since.Count == 0 ? TimeSpan.Zero : clock.GetUtcNow() - since[0];
        return
        [
            new(LookingTexts.ForAnApprover, LookingTexts.Waiting(since.Count, MostCounted, age), age > s_long, new LineChoice(LookingTexts.ShowWaiting, WaitingCommand.Spec.Words)),
            new(LookingTexts.NotConfirmed, LookingTexts.ToSettle(unknown), unknown > 0, new LineChoice(LookingTexts.ShowWaiting, WaitingCommand.Spec.Words)),
            new(LookingTexts.OnHold, LookingTexts.Held(held), held > 0),
        ];
    }

    private static Task<int> CountAsync(IQueryable<TrunkRequest> requests, CancellationToken ct) =>
        requests.OrderBy(request => request.ChangedAt).Take(MostCounted).CountAsync(ct);
}
