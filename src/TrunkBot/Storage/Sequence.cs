using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>
/// Hands out numbers that people see, before the rows that bear them are saved. In a transaction of its own, so that two turns never
/// wait for each other; a turn that runs again leaves a gap.
/// </summary>
internal sealed class Sequence
{
    private static readonly Statement s_next = Statement.Next<Sequence>(nameof(Name), nameof(Last));

    public required string Name { get; init; }

    public long Last { get; init; }

    public static Task<long> NextAsync(IBackEnd backEnd, string name, CancellationToken ct) => backEnd.Rows.CountAsync(s_next.On(backEnd.Model, name), ct);

    internal sealed class Mapping : IEntityTypeConfiguration<Sequence>
    {
        public void Configure(EntityTypeBuilder<Sequence> builder) => builder.ToTable("Sequences").HasKey(sequence => sequence.Name);
    }
}
