using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Trunks;

/// <summary>What exists at VideoSDK, as we made it. Never the password.</summary>
internal sealed class Trunk
{
    public required string TrunkId { get; init; }

    public required string TenantId { get; init; }

    public required long RequestNumber { get; init; }

    public required string AskerId { get; init; }

    public required string Name { get; init; }

    public required string Domain { get; init; }

    public required string Direction { get; init; }

    public required string Numbers { get; init; }

    public required string Username { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Trunk>
    {
        public void Configure(EntityTypeBuilder<Trunk> builder)
        {
            builder.ToTable("Trunks").HasKey(trunk => trunk.TrunkId);
            builder.HasIndex(trunk => trunk.RequestNumber).IsUnique();
            builder.HasIndex(trunk => new { trunk.TenantId, trunk.CreatedAt });
            builder.HasIndex(trunk => new { trunk.TenantId, trunk.AskerId, trunk.CreatedAt });
        }
    }
}
