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

    public static async Task<long> NextAsync(TrunkBotDbContext db, Commit commit, string name, CancellationToken ct)
    {
        var next = 0L;
        await commit.ExecuteAsync(
            async () =>
            {
                next = (await db.Database
                    .SqlQuery<long>($"""
                        INSERT INTO "Sequences" ("Name", "Last") VALUES ({name}, 1)
                        ON CONFLICT ("Name") DO UPDATE SET "Last" = "Sequences"."Last" + 1
                        RETURNING "Last" AS "Value"
                        """)
                    .ToListAsync(ct))[0];
                return 1;
            },
            ct);
        return next;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Sequence>
    {
        public void Configure(EntityTypeBuilder<Sequence> builder) => builder.ToTable("Sequences").HasKey(sequence => sequence.Name);
    }
}
