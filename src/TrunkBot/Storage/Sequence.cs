using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Storage;

/// <summary>
/// Hands out numbers that people see, before the rows that bear them are saved. In a transaction of its own, so that two turns never
/// wait for each other; a turn that runs again leaves a gap.
/// </summary>
internal sealed class Sequence
{
    public required string Name { get; init; }

    public long Last { get; init; }

    public static Task<long> NextAsync(IBackEnd backEnd, string name, CancellationToken ct) => backEnd.Rows.CountAsync(
        new("""
            INSERT INTO "Sequences" ("Name", "Last") VALUES ($1, 1)
            ON CONFLICT ("Name") DO UPDATE SET "Last" = "Sequences"."Last" + 1
            RETURNING "Last"
            """,
            name),
        ct);

    internal sealed class Mapping : IEntityTypeConfiguration<Sequence>
    {
        public void Configure(EntityTypeBuilder<Sequence> builder) => builder.ToTable("Sequences").HasKey(sequence => sequence.Name);
    }
}
