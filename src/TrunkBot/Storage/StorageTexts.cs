using System.Globalization;
using TrunkBot.Languages;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Storage;

/// <summary>What is said about the database: to whoever runs TrunkBot with the settings' names, to people in a chat without.</summary>
internal static class StorageTexts
{
    public const string NoPostgresConnection =
        "ConnectionStrings:TrunkBot isn't a connection string for PostgreSQL. Write it like Host=db.example.com;Database=trunkbot;Username=trunkbot;Password=…";

    public const string NoHostOrDatabase =
        "ConnectionStrings:TrunkBot has no Host or no Database. Write it like Host=db.example.com;Database=trunkbot;Username=trunkbot;Password=…";

    public const string NoSqliteConnection = "ConnectionStrings:TrunkBot isn't a connection string for SQLite. Write it like Data Source=trunkbot.db.";

    public const string SharedByPooler =
        "A pooler behind ConnectionStrings:TrunkBot gives one connection of PostgreSQL to several clients, as PgBouncer does in transaction mode. "
        + "Connect to PostgreSQL directly, or set the pooler to session mode.";

    public const string Somebody = "another program";

    public static string UnknownBackEnd(string backEnd) => $"Storage:BackEnd is '{backEnd}'. Use Sqlite or Postgres.";

    public static string CannotWrite(string problem) => $"The database that ConnectionStrings:TrunkBot names can't be written. {problem}";

    public static string NoFolder(string folder) => $"The folder {folder} doesn't exist. Make it, or name another.";

    public static string NotWritable(string path) => $"TrunkBot's account can't write to {path}. Change its owner or mode, or name another.";

    public static string CannotReach(string problem) => $"The database that ConnectionStrings:TrunkBot names can't be reached ({problem.TrimEnd('.')}). Check the server, the username and the password.";

    public static string Lost(string problem) =>
        $"The database that ConnectionStrings:TrunkBot names stopped answering ({problem.TrimEnd('.')}). Start again when it is back.";

    public static string Newer(string migration) =>
        $"The database is newer than this program: it has the migration {migration}. Start the newer program. Nothing in the database was changed.";

    public static string CannotOpen(string problem) =>
        $"The database that ConnectionStrings:TrunkBot names can't be opened or updated to this version ({problem.TrimEnd('.')}). Nothing in it was changed.";

    public static string AnotherStarts(string holder, TimeSpan longest) =>
        Line($"Another program has held the database's start lock for {longest:c}: {holder}. Wait until it's done, or end that connection, then start again.");

    public const string Unexplained = "The database takes no changes, and the reason is in the log.";

    /// <summary>What <c>/health/ready</c> says; anybody may read it.</summary>
    public static string ForOperators(DatabaseFailure failure) => Line($"{Cause(failure.Trouble)} It began at {failure.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");

    /// <summary>What somebody reads whose message could not be stored.</summary>
    public static string ForPeople(DatabaseFailure failure) => failure.Trouble switch
    {
        DatabaseTrouble.ReadOnly => Say.It($"My database has been read-only since {Say.Time(failure.Since)}, so I couldn't save that. {Safe}"),
        DatabaseTrouble.Full => Say.It($"My database has had no space left since {Say.Time(failure.Since)}, so I couldn't save that. {Safe}"),
        DatabaseTrouble.Gone => Say.It($"My database has been missing since {Say.Time(failure.Since)}, so I couldn't save that. {Operator}"),
        DatabaseTrouble.Damaged => Say.It($"My database has had disk errors since {Say.Time(failure.Since)}, so I couldn't save that. {Operator}"),
        DatabaseTrouble.Refused => Say.It($"My database has refused me since {Say.Time(failure.Since)}, so I couldn't save that. {Safe}"),
        DatabaseTrouble.Busy => Say.It($"My database has been too busy since {Say.Time(failure.Since)}, so I couldn't save that. {Safe}"),
        _ => Say.It($"My database hasn't answered since {Say.Time(failure.Since)}, so I couldn't save that. {Safe}"),
    };

    private static string Safe => Say.It("Everything saved before is safe. Send it again in a few minutes.");

    private static string Operator => Say.It("The people who run TrunkBot have to repair it. Send it again when they have.");

    private static string Cause(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.ReadOnly => "The database is read-only or a standby, so nothing can be saved. Make it writable, or point ConnectionStrings:TrunkBot at the primary.",
        DatabaseTrouble.Full => "The database's disk is full, so nothing can be saved. Free some space.",
        DatabaseTrouble.Gone => "The database that ConnectionStrings:TrunkBot names is gone. Bring it back, then start TrunkBot again.",
        DatabaseTrouble.Damaged => "The database's disk reports errors, or the file is damaged. Check the disk, and restore a back-up if you have to.",
        DatabaseTrouble.Refused => "The database refuses TrunkBot's account. Check its username, password and rights in ConnectionStrings:TrunkBot and on the server.",
        DatabaseTrouble.Busy => "The database is busy: another program holds it, or all of its connections are in use.",
        _ => "The database doesn't answer. Check that it runs and that ConnectionStrings:TrunkBot reaches it.",
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
