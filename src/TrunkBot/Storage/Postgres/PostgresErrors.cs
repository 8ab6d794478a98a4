using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Storage.Postgres;

/// <summary>PostgreSQL's error codes that mean something to us (postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresErrors
{
    // It has undone a transaction in which nothing was asked for too long, and ended the connection.
    private const string IdleInTransactionSessionTimeout = "25P03";

    // The server says itself that it has undone the transaction, or has not begun one.
    private static readonly HashSet<string> s_undone =
    [
        PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.LockNotAvailable,
        PostgresErrorCodes.TooManyConnections, PostgresErrorCodes.CannotConnectNow,
    ];

    /// <summary>A row with this key is there already: somebody else was faster.</summary>
    public static bool IsTaken(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Passes by itself, and surely nothing was saved.</summary>
    public static bool IsBusy(Exception error) => Inner(error) switch
    {
        PostgresException answered => s_undone.Contains(answered.SqlState),
        var other => other is ConnectionLostException,
    };

    /// <summary>Not the server's answer to what it was asked, but the way to it, or the server itself, has gone.</summary>
    public static bool IsLost(Exception error) => error switch
    {
        PostgresException answered => answered.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or IdleInTransactionSessionTimeout,
        _ => error is NpgsqlException,
    };

    public static DatabaseTrouble? TroubleOf(Exception error) => error switch
    {
        PostgresException answered => TroubleOf(answered.SqlState),
        NpgsqlException => DatabaseTrouble.Silent,
        _ => null,
    };

    private static DatabaseTrouble? TroubleOf(string state) => state switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseTrouble.ReadOnly,
        PostgresErrorCodes.DiskFull => DatabaseTrouble.Full,
        PostgresErrorCodes.InvalidCatalogName => DatabaseTrouble.Gone,
        PostgresErrorCodes.InsufficientPrivilege => DatabaseTrouble.Refused,
        PostgresErrorCodes.LockNotAvailable => DatabaseTrouble.Busy,
        // By class: 28 a wrong user or password, 53 too little of something, 57 an operator's hand, 58 and XX the machine under it.
        ['2', '8', ..] => DatabaseTrouble.Refused,
        ['5', '3', ..] => DatabaseTrouble.Busy,
        ['5', '7', ..] => DatabaseTrouble.Silent,
        ['5', '8', ..] or ['X', 'X', ..] => DatabaseTrouble.Damaged,
        _ => null,
    };

    private static Exception Inner(Exception error) => error is DbUpdateException { InnerException: { } inner } ? inner : error;
}

/// <summary>The connection was lost before the end of a transaction: the server undoes it.</summary>
internal sealed class ConnectionLostException(Exception lost) : Exception("The connection to the database was lost; nothing was saved.", lost);
