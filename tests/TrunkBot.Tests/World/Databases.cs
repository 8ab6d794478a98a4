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
}

/// <summary>The back ends that the bot has; a specification runs on each of them.</summary>
internal static class Databases
{
    public static TheoryData<string> BackEnds => ["Sqlite", "Postgres"];

    public static async Task<IDatabase> CreateAsync(string backEnd, DirectoryInfo folder) => backEnd switch
    {
        "Sqlite" => new SqliteDatabase(Path.Combine(folder.FullName, "trunkbot.db")),
        "Postgres" => await PostgresDatabase.CreateAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(backEnd), backEnd, "No such back end."),
    };
}
