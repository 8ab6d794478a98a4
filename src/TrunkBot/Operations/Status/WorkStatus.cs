using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Chat.Showing;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Operations.Status;

/// <summary>Whether stored work gets done.</summary>
internal sealed class WorkStatus(TrunkBotDbContext db, HomeTenant home, TimeProvider clock) : IStatusPart
{
    private const int MostCounted = 100;
    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<StatusLine>> ReadAsync(Person admin, CancellationToken ct)
    {
        var (now, all) = (clock.GetUtcNow(), StuckWork.Of(db, home, admin.TenantId));
        var parked = await all.Where(job => job.State == JobState.Parked).OrderBy(job => job.DueAt).Take(MostCounted + 1).CountAsync(ct);
        var oldest = await all
            .Where(job => job.State == JobState.Waiting && job.DueAt <= now && (job.LeasedUntil == null || job.LeasedUntil < now))
            .OrderBy(job => job.DueAt).Select(job => (DateTimeOffset?)job.DueAt).FirstOrDefaultAsync(ct);
        var late = oldest is { } since ? now - since : TimeSpan.Zero;
        return
        [
            new(StatusTexts.Work, StatusTexts.Late(late), late > s_late, new LineChoice(StatusTexts.ShowStuckWork, JobsCommand.Spec.Words)),
            new(StatusTexts.StuckWork, StatusTexts.Parked(parked, MostCounted), parked > 0, new LineChoice(StatusTexts.ShowStuckWork, JobsCommand.Spec.Words)),
        ];
    }
}
