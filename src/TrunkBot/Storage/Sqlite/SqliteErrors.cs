using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Storage.Sqlite;

/// <summary>SQLite's primary result codes that mean something to us (sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    public const int Busy = 5;

    public const int Constraint = 19;

    private const int Permission = 3, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    public static DatabaseTrouble? TroubleOf(Exception error) => error is FileGoneException ? DatabaseTrouble.Gone : CodeOf(error) switch
    {
        Busy or Locked => DatabaseTrouble.Busy,
        ReadOnly or Permission => DatabaseTrouble.ReadOnly,
        Full => DatabaseTrouble.Full,
        CannotOpen => DatabaseTrouble.Gone,
        InputOutput or Corrupt or NoDatabase => DatabaseTrouble.Damaged,
        _ => null,
    };

    /// <summary>SQLite's code behind an error, whoever wrapped it; null for an error that is not SQLite's.</summary>
    public static int? CodeOf(Exception error) => (error is DbUpdateException { InnerException: { } inner } ? inner : error) is SqliteException sqlite
        ? sqlite.SqliteErrorCode
        : null;
}

/// <summary>What is written now would be gone with the program: the file that others see is not there any more.</summary>
internal sealed class FileGoneException(string file) : IOException($"The database file {file} is not there any more.");
