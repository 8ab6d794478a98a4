using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage.Postgres;
using TrunkBot.Storage.Sqlite;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.World;

/// <summary>
/// The migrations run once, and every company gets a copy of what they made: to run them for each takes longer than most tests.
/// That a bot in a process of its own makes its tables itself shows where a test starts it on an empty database.
/// </summary>
internal static class MigratedDatabases
{
    private static readonly Lazy<Task<byte[]>> s_file = new(MigrateFileAsync);
    private static readonly Lazy<Task<string>> s_inCluster = new(MigrateInClusterAsync);

    public static async Task<SqliteDatabase> CopyToAsync(string file)
    {
        await using (var copy = OwnersFile.Open(file))
            await copy.WriteAsync(await s_file.Value);
        return new SqliteDatabase(file);
    }

    public static async Task<PostgresDatabase> CopyInClusterAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        return new PostgresDatabase(cluster, await cluster.CopyDatabaseAsync(await s_inCluster.Value));
    }

    private static async Task<byte[]> MigrateFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("trunkbot-migrated-");
        var file = Path.Combine(folder.FullName, "trunkbot.db");
        var options = new DbContextOptionsBuilder<SqliteTrunkBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await using (var db = new SqliteTrunkBotDbContext(options))
            await db.Database.MigrateAsync();
        var made = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return made;
    }

    private static async Task<string> MigrateInClusterAsync()
    {
        var database = await PostgresDatabase.CreateAsync();
        // Who copies a database finds nobody connected to it.
        var options = new DbContextOptionsBuilder<PostgresTrunkBotDbContext>().UseNpgsql($"{database.Connection};Pooling=False").Options;
        await using (var db = new PostgresTrunkBotDbContext(options))
            await db.Database.MigrateAsync();
        return database.Connection;
    }
}
