using Microsoft.EntityFrameworkCore;
using TrunkBot.Diagnostics;
using TrunkBot.Storage;

namespace TrunkBot.Trunks.Requests;

/// <summary>Requests that wait for people: for an approver, for an Admin who settles them, for whoever runs TrunkBot.</summary>
internal sealed class RequestStanding(TrunkBotDbContext db, TimeProvider clock) : IStanding
{
    private const int MostCounted = 1000;

    public async Task<IReadOnlyList<Reading>> ReadAsync(CancellationToken ct)
    {
        // A request that waits for approvers changes only when it is edited, and then they are asked anew.
        var pending = In(RequestState.Pending);
        var oldest = await pending.OrderBy(request => request.ChangedAt).Select(request => (DateTimeOffset?)request.ChangedAt).FirstOrDefaultAsync(ct);
        return
        [
            new(Gauge.ApprovalsWaiting, await CountAsync(pending, ct)),
            new(Gauge.OldestApproval, oldest is { } time ? (clock.GetUtcNow() - time).TotalSeconds : 0),
            new(Gauge.OutcomesUnknown, await CountAsync(In(RequestState.OutcomeUnknown), ct)),
            new(Gauge.RequestsOnHold, await CountAsync(In(RequestState.Approved).Where(request => request.HeldSince != null), ct)),
        ];
    }

    private IQueryable<TrunkRequest> In(RequestState state) => db.Requests.Where(request => request.State == state);

    private static Task<int> CountAsync(IQueryable<TrunkRequest> requests, CancellationToken ct) =>
        requests.OrderBy(request => request.ChangedAt).Take(MostCounted).CountAsync(ct);
}
