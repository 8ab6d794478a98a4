using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>Who did what, when, and why it was allowed. Written with the change that it tells of; never changed.</summary>
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required string TenantId { get; init; }

    /// <summary>What it is about: <c>TR-7</c>, or the name of a setting.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Entra object id; null when TrunkBot itself did it.</summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    public required string Act { get; init; }

    public string? Detail { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("Audit").HasKey(entry => entry.Id);
            builder.HasIndex(entry => new { entry.TenantId, entry.Subject, entry.At });
        }
    }
}

internal static class AuditTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<AuditEntry> Audit => db.Set<AuditEntry>();
    }
}
