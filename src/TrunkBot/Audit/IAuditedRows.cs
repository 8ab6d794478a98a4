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

    /// <summary>What is wrong with it that no digest shows, as the end of a sentence; null when all is well.</summary>
    Task<string?> FlawOfAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct);

    /// <summary>Rows that no chain tells of, though one should.</summary>
    Task<List<AuditedName>> WithoutChainAsync(TrunkBotDbContext db, int most, CancellationToken ct);
}

/// <summary>Names a chain.</summary>
internal sealed record AuditedName(string TenantId, string Subject);

/// <summary>A row in the form that is digested.</summary>
/// <param name="TenantId">Whose it is.</param>
/// <param name="Subject">Its chain.</param>
/// <param name="Content">Everything in it that matters, the same bytes for the same row on any machine.</param>
/// <param name="Fingerprint">The row's own fingerprint, if it has one.</param>
/// <param name="IsFinished">True when it will never change again.</param>
internal sealed record AuditedRow(string TenantId, string Subject, byte[] Content, byte[]? Fingerprint, bool IsFinished);
