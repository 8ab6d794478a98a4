using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Secrets.Keys;

/// <summary>A key in the database, locked; only on PostgreSQL.</summary>
internal sealed class StoredKey
{
    public required string Name { get; init; }

    public required string Content { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredKey>
    {
        public void Configure(EntityTypeBuilder<StoredKey> builder) => builder.ToTable("Keys").HasKey(key => key.Name);
    }
}
