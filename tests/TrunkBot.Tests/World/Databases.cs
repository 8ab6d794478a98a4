namespace TrunkBot.Tests.World;

/// <summary>A database for one company, and the settings by which the bot finds it.</summary>
internal interface IDatabase : IAsyncDisposable
{
    IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>Changes something behind the bot's back.</summary>
    Task ExecuteAsync(string sql);

    /// <summary>Looks behind the bot's back.</summary>
    Task<object?> ScalarAsync(string sql);

    /// <summary>How the engine goes about this statement with these values (by name: <c>@id</c>, <c>$1</c>); a step is a line.</summary>
    Task<IReadOnlyList<string>> PlanAsync(string sql, IReadOnlyDictionary<string, object?> values);

    /// <summary>Runs this statement with these values, as for any values and as for these, counts what the engine does for it, and takes it back.</summary>
    Task<Effort> TryAsync(string sql, IReadOnlyDictionary<string, object?> values);
}

/// <summary>What a statement costs.</summary>
/// <param name="Given">The rows that it returns or changes.</param>
/// <param name="Read">The rows that are read for them, as far as the engine tells: SQLite counts the steps of its machine, a few for each row.</param>
/// <param name="Account">What the engine says of it.</param>
internal sealed record Effort(long Given, long Read, string Account);

/// <summary>The back ends that the bot has; a specification runs on each of them.</summary>
internal static class Databases
{
    public static TheoryData<string> BackEnds => ["Sqlite", "Postgres"];

    /// <summary>One that the migrations have been at, and nobody else.</summary>
    public static async Task<IDatabase> CreateAsync(string backEnd, DirectoryInfo folder) => backEnd switch
    {
        "Sqlite" => await MigratedDatabases.CopyToAsync(Path.Combine(folder.FullName, "trunkbot.db")),
        "Postgres" => await MigratedDatabases.CopyInClusterAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(backEnd), backEnd, "No such back end."),
    };
}
