using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>
/// Where a chain ends: it grows in the transaction of the entry, so that an entry which is cut off is missed. Written by statement alone,
/// see <see cref="AuditRows"/>.
/// </summary>
internal sealed class AuditHead
{
    public required string TenantId { get; init; }

    public required string Subject { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The hash of the last entry.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>The last entry that a checkpoint covers; 0 as long as none does.</summary>
    public required long SealedSequence { get; init; }

    /// <summary>When the entries were removed, being older than <c>Audit:KeepFor</c>; null while they are kept.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Keyed hash of this head and the time of removal: entries that somebody else removed have none.</summary>
    public byte[]? Removal { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> builder)
        {
            builder.ToTable("AuditHeads").HasKey(head => new { head.TenantId, head.Subject });
            // Holds the few that wait for the next checkpoint, among millions that are finished.
            builder.HasIndex(head => head.Sequence).OfBelow(nameof(SealedSequence), nameof(Sequence));
            builder.HasIndex(head => new { head.RemovedAt, head.LastAt });
        }
    }
}
