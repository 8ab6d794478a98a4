using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Audit;

/// <summary>What has been written since the last checkpoint is to be sealed.</summary>
internal sealed record MakeAuditCheckpoint : IPayload<MakeAuditCheckpoint>
{
    public static string Kind => "audit-checkpoint";

    public static bool Patient => true;

    public string Purpose => Say.It("seal the audit");

    public static MakeAuditCheckpoint Read(string stored) => new();

    public string Write() => "";
}

/// <summary>Makes a checkpoint every hour, if a chain has grown. One for all processes.</summary>
internal sealed class AuditCheckpointJob(
    TrunkBotDbContext db, IBackEnd backEnd, Commit commit, AuditKey key, TimeProvider clock, ILogger<AuditCheckpointJob> log) : IJobHandler<MakeAuditCheckpoint>
{
    public static readonly Guid JobId = new("0c3a7d84-2f4b-4a57-8f0e-6f0c1f6d9b52");

    // As many as one transaction may write while others wait.
    private const int MostSeals = 500;

    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public async Task<JobResult> RunAsync(MakeAuditCheckpoint payload, Job job, CancellationToken cancellationToken)
    {
        while (await backEnd.ListAsync(AuditRows.NotSealed, AuditRows.Seal, cancellationToken, MostSeals) is { Count: > 0 } heads)
        {
            if (!await SealAsync(heads, cancellationToken))
                return JobResult.Later(JobTexts.Overtaken);
        }

        return JobResult.Again(s_every);
    }

    private async Task<bool> SealAsync(List<(string TenantId, string Subject, long Sequence, byte[] Hash)> heads, CancellationToken ct)
    {
        var last = await db.AuditCheckpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);
        var checkpoint = new AuditCheckpoint { Number = (last?.Number ?? 0) + 1, At = clock.GetUtcNow(), PreviousHash = last?.Hash };
        var seals = heads.ConvertAll(head => new AuditSeal
        {
            Checkpoint = checkpoint.Number,
            TenantId = head.TenantId,
            Subject = head.Subject,
            Sequence = head.Sequence,
            Hash = head.Hash,
        });
        checkpoint.Close(seals, key);
        List<Change> rows = [Change.Insert(checkpoint), .. seals.Select(Change.Insert), .. seals.Select(AuditRows.Mark)];
        if (!await commit.TrySaveAsync(UnitOfWork.Of(rows), ct))
            return false;
        log.Sealed(checkpoint.Number, seals.Count, Convert.ToHexStringLower(checkpoint.Hash));
        return true;
    }
}
