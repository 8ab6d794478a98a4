using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Approvals.Rooms;

/// <summary>What waits for a decision in a tenant, and is to be seen in the rooms that there are.</summary>
internal sealed class OpenQuestions(TrunkBotDbContext db, IBackEnd backEnd, RoomBook rooms, JobQueue jobs, TimeProvider clock)
{
    private static readonly Statement s_open = Statement.Select<Approval>(nameof(Approval.TenantId))
        .Where(nameof(Approval.TenantId), nameof(Approval.State)).Limit();

    public Task<List<Approval>> OfAsync(string tenantId, CancellationToken ct) =>
        db.Approvals.AsNoTracking().Where(approval => approval.TenantId == tenantId && approval.State == ApprovalState.Open).OrderBy(approval => approval.SubjectId).ToListAsync(ct);

    /// <summary>Brings every open question of a room that is gone to the one that there is now.</summary>
    public async Task BringAsync(string tenantId, CancellationToken ct)
    {
        // Asked on each start, where mostly nothing is open: to build the query takes longer than all else that it does.
        if (await backEnd.ReadAsync(s_open, row => row.GetString(0), ct, tenantId, ApprovalState.Open, 1) is null)
            return;
        foreach (var approval in await OfAsync(tenantId, ct))
            if (await rooms.IsGoneAsync(approval.Room, ct) || (approval.SecondRoom is { } second && await rooms.IsGoneAsync(second, ct)))
                await ShowAsync(approval, ct);
    }

    /// <summary>Has a question shown where it is to be seen now; work that was given up for want of a room is taken up again.</summary>
    public async Task ShowAsync(Approval approval, CancellationToken ct)
    {
        var show = new ShowApproval(approval.SubjectId);
        var stored = show.Write();
        var given = await db.Jobs.Where(job => job.State == JobState.Parked && job.Kind == ShowApproval.Kind && job.Payload == stored).ToListAsync(ct);
        given.ForEach(job => job.TryAgain(clock.GetUtcNow()));
        if (given.Count == 0)
            jobs.Add(show, approval.TenantId);
    }
}
