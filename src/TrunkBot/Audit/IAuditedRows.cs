using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>A room's rows that chains tell of. Each of their changes is saved with an entry, and each entry bears a digest of its row.</summary>
internal interface IAuditedRows
{
    bool Owns(string subject);

    /// <summary>The rows that are about to be saved.</summary>
    IEnumerable<AuditedRow> Changing(TrunkBotDbContext db);

    /// <summary>A row as it is stored now; null when there is none.</summary>
    Task<AuditedRow?> FindAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct);
}

/// <summary>A row in the form that is digested.</summary>
/// <param name="TenantId">Whose it is.</param>
/// <param name="Subject">Its chain.</param>
/// <param name="Content">Everything in it that matters, the same bytes for the same row on any machine.</param>
/// <param name="Fingerprint">The row's own fingerprint, if it has one.</param>
internal sealed record AuditedRow(string TenantId, string Subject, byte[] Content, byte[]? Fingerprint);
