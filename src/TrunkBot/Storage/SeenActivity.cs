using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Storage;

/// <summary>The mark that an activity was handled, and what its channel was answered.</summary>
internal sealed class SeenActivity
{
    public required string Key { get; init; }

    public required int Status { get; init; }

    public required string? Body { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SeenActivity>
    {
        public void Configure(EntityTypeBuilder<SeenActivity> builder)
        {
            builder.ToTable("SeenActivities").HasKey(seen => seen.Key);
            builder.HasIndex(seen => seen.At);
        }
    }
}
