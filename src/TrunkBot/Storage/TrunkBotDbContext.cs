using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>
/// The one database context. Rooms bring their own tables: an <see cref="IEntityTypeConfiguration{TEntity}"/> beside each entity and a
/// set as an extension property in <c>&lt;Room&gt;Tables.cs</c>.
/// </summary>
internal abstract class TrunkBotDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Rows that are saved with the next changes, in the same transaction.</summary>
    public IReadOnlyList<RowWrite> Beside { get; set; } = [];

    /// <summary>True while changes are saved that workers are to hear of.</summary>
    public bool BringsWork { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrunkBotDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();

    // SQLite can neither compare nor sort DateTimeOffset; a number can be compared everywhere.
    internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
