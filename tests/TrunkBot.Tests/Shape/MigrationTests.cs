using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using TrunkBot.Storage;
using TrunkBot.Storage.Postgres;
using TrunkBot.Storage.Sqlite;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

/// <summary>The database is this program's, or the program does not start and leaves it alone.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void The_migrations_make_exactly_what_the_classes_say(string backEnd)
    {
        using var db = ContextOf(backEnd);
        Assert.False(db.Database.HasPendingModelChanges(), $"There is no migration for {backEnd} yet: README says how to make it.");
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void The_compiled_model_is_what_the_classes_say(string backEnd)
    {
        using var db = ContextOf(backEnd);
        Assert.IsType<RuntimeModel>(db.Model, exactMatch: false);
        Listed.Same(
            Described(db.GetService<IDesignTimeModel>().Model), Described(db.Model), "the compiled model; make it again with README's two lines of dotnet ef dbcontext optimize");
    }

    [Fact]
    public async Task A_database_that_is_newer_stops_the_start_and_is_left_as_it_was()
    {
        await using var world = await Company.StartAsync();
        await ExecuteAsync(world, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0.0'); PRAGMA wal_checkpoint(TRUNCATE);");
        var before = await File.ReadAllBytesAsync(world.DatabaseFile);

        var refused = await Assert.ThrowsAsync<StartException>(() => world.RestartAsync());

        Assert.Contains("newer than this program", refused.Message, StringComparison.Ordinal);
        Assert.Contains("99990101000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(world.DatabaseFile));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_updated_the_database_does_not_keep_the_next_one_waiting()
    {
        await using var world = await Company.StartAsync();
        // As the version before has left it: there is something to update.
        await world.StoredAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().SkipLast(1).Last());
            return true;
        });
        await world.Database.ExecuteAsync(
            """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""");
        await world.RestartAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await world.Riya.SaysAsync("/trunk new")).Delivery.Status);
        Assert.Empty(await world.StoredAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task A_migration_that_fails_stops_the_start_and_leaves_what_is_there()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        // As if this program had never been here, but somebody else had.
        await ExecuteAsync(world, "DELETE FROM __EFMigrationsHistory;");

        var refused = await Assert.ThrowsAsync<StartException>(() => world.RestartAsync());

        Assert.Contains("Nothing in it was changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await ScalarAsync(world, "SELECT COUNT(*) FROM Requests"));
        Assert.Equal(0L, await ScalarAsync(world, "SELECT COUNT(*) FROM __EFMigrationsHistory"));
    }

    // No database is opened.
    private static TrunkBotDbContext ContextOf(string backEnd) =>
        backEnd == "Sqlite" ? new SqliteDesignTimeFactory().CreateDbContext([]) : new PostgresDesignTimeFactory().CreateDbContext([]);

    private static IEnumerable<string> Described(IReadOnlyModel model) =>
        from entity in model.GetEntityTypes()
        from line in (string[])
        [
            $"{entity.Name} in {entity.GetTableName()}",
            .. entity.GetProperties().Select(property => $"{entity.Name}.{property.Name}: {property.GetColumnName()} {property.GetColumnType()}, null {property.IsNullable}, "
                + $"{property.GetTypeMapping().Converter?.GetType()}, token {property.IsConcurrencyToken}, {property.ValueGenerated}"),
            .. entity.GetKeys().Select(key => $"{entity.Name} key {key.GetName()}"),
            .. entity.GetIndexes().Select(index => $"{entity.Name} index {index.GetDatabaseName()} {string.Join(",", index.Properties.Select(property => property.Name))} {index.IsUnique}"),
        ]
        select line;

    private static async Task ExecuteAsync(Company world, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={world.DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(Company world, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={world.DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
