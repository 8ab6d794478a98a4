using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TrunkBot.Storage.Sqlite;

/// <summary>SQLite's primary result codes that mean something to us (sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    public const int Busy = 5;

    public const int Constraint = 19;

    /// <summary>SQLite's code behind an error, whoever wrapped it; null for an error that is not SQLite's.</summary>
    public static int? CodeOf(Exception error) => (error is DbUpdateException { InnerException: { } inner } ? inner : error) is SqliteException sqlite
        ? sqlite.SqliteErrorCode
        : null;
}
