using System.Globalization;
using System.Runtime.CompilerServices;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Deploy.Earlier;

/// <summary>A database as an earlier version of the program has left it: see the README beside this.</summary>
internal static class EarlierDatabase
{
    /// <summary>Where the channel listened, and has to again: who asked from where is sealed with what was asked.</summary>
    public static int ChannelPort(string backEnd) => backEnd == "Sqlite" ? 6197 : 6198;

    /// <summary>When it was left.</summary>
    public static DateTimeOffset LeftAt(string backEnd) =>
        DateTimeOffset.Parse(File.ReadLines(Dump(backEnd)).First()["-- ".Length..], CultureInfo.InvariantCulture);

    /// <summary>Which file opens the keys in the database.</summary>
    public static Dictionary<string, string?> Certificate => new(Certificates.Settings(Path.Combine(Here(), "certificate.pfx")));

    public static async Task<IDatabase> CreateAsync(string backEnd, DirectoryInfo folder)
    {
        IDatabase database = backEnd == "Sqlite" ? new SqliteDatabase(Path.Combine(folder.FullName, "trunkbot.db")) : await PostgresDatabase.CreateAsync();
        await database.ExecuteAsync(await File.ReadAllTextAsync(Dump(backEnd)));
        if (backEnd == "Sqlite")
            CopyKeysTo(folder.CreateSubdirectory("keys"));
        return database;
    }

    private static void CopyKeysTo(DirectoryInfo folder)
    {
        foreach (var key in Directory.GetFiles(Path.Combine(Here(), "keys")))
            File.Copy(key, Path.Combine(folder.FullName, Path.GetFileName(key)));
    }

    private static string Dump(string backEnd) => Path.Combine(Here(), $"{backEnd}.sql");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
