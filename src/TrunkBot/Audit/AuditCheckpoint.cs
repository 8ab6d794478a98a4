using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Audit;

/// <summary>Seals the heads of all chains that have grown since the one before, and thereby that one too. See README.md.</summary>
internal sealed class AuditCheckpoint
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The hash of the checkpoint before; null for the first.</summary>
    public required byte[]? PreviousHash { get; init; }

    /// <summary>Keyed hash of everything above and of all its seals; also in the log.</summary>
    public byte[] Hash { get; private set; } = [];

    public void Close(IReadOnlyList<AuditSeal> seals, AuditKey key) => Hash = key.HashOf(this, seals);

    internal sealed class Mapping : IEntityTypeConfiguration<AuditCheckpoint>
    {
        public void Configure(EntityTypeBuilder<AuditCheckpoint> builder)
        {
            builder.ToTable("AuditCheckpoints").HasKey(checkpoint => checkpoint.Number);
            builder.Property(checkpoint => checkpoint.Number).ValueGeneratedNever();
        }
    }
}

/// <summary>What a checkpoint says of one chain: so many entries, and the last one's hash.</summary>
internal sealed class AuditSeal
{
    public required long Checkpoint { get; init; }

    public required string TenantId { get; init; }

    public required string Subject { get; init; }

    public required long Sequence { get; init; }

    public required byte[] Hash { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditSeal>
    {
        public void Configure(EntityTypeBuilder<AuditSeal> builder)
        {
            builder.ToTable("AuditSeals").HasKey(seal => new { seal.Checkpoint, seal.TenantId, seal.Subject });
            builder.HasIndex(seal => new { seal.TenantId, seal.Subject, seal.Sequence });
        }
    }
}
