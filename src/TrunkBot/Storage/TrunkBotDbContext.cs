using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TrunkBot.Storage;

/// <summary>
/// The one database context. Rooms bring their own tables: an <see cref="IEntityTypeConfiguration{TEntity}"/> beside each entity and a
/// set as an extension property in <c>&lt;Room&gt;Tables.cs</c>.
/// </summary>
internal abstract class TrunkBotDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary><see cref="Commit"/> saves.</summary>
    /// <exception cref="NotSupportedException">Always: a save beside it would come without its audit and its mark.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Commit saves.");

    /// <inheritdoc cref="SaveChanges(bool)"/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Commit saves.");

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrunkBotDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();

    // SQLite can neither compare nor sort DateTimeOffset; a number can be compared everywhere.
    internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
