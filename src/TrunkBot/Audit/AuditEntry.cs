using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Audit;

/// <summary>
/// Who did what, when, on whose behalf, and why it was allowed. Written with the change that it tells of, as the next link of its subject's
/// chain; never changed.
/// </summary>
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required string TenantId { get; init; }

    /// <summary>What it is about: <c>TR-7</c>, or <see cref="AuditTrail.Settings"/>.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Entra object id; null when TrunkBot itself did it.</summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>Entra object id of somebody in whose place the actor acted.</summary>
    public string? OnBehalfOfId { get; init; }

    public string? OnBehalfOfName { get; init; }

    public required string Act { get; init; }

    public string? Detail { get; init; }

    /// <summary>The policy rule that decided; null where none was asked.</summary>
    public string? Rule { get; init; }

    /// <summary>Place in the chain, from 1.</summary>
    public long Sequence { get; private set; }

    /// <summary>The subject's own fingerprint at this moment: of a request, what was approved.</summary>
    public byte[]? Fingerprint { get; private set; }

    /// <summary>Keyed hash of the subject's row as this entry's transaction left it; null where the subject has no row.</summary>
    public byte[]? RowDigest { get; private set; }

    /// <summary>The hash of the entry before; null for the first.</summary>
    public byte[]? PreviousHash { get; private set; }

    /// <summary>Keyed hash of everything above.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Which entry of one transaction was made first.</summary>
    public required long Order { get; init; }

    /// <summary>Gives the entry its place, just before it is saved.</summary>
    public void Chain(AuditLink previous, AuditedRow? row, AuditKey key)
    {
        (Sequence, PreviousHash) = (previous.Sequence + 1, previous.Hash);
        (Fingerprint, RowDigest) = (row?.Fingerprint, row is null ? null : key.DigestOf(row));
        Hash = key.HashOf(this);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("Audit").HasKey(entry => entry.Id);
            builder.Ignore(entry => entry.Order);
            builder.HasIndex(entry => new { entry.TenantId, entry.Subject, entry.Sequence }).IsUnique();
            builder.HasIndex(entry => new { entry.TenantId, entry.At });
        }
    }
}

/// <summary>The last entry of a chain, as far as the next one needs it; of an empty chain nothing.</summary>
internal sealed record AuditLink(long Sequence, byte[]? Hash)
{
    public static AuditLink None { get; } = new(0, null);
}
