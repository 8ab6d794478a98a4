using Npgsql;

namespace TrunkBot.Storage.Trouble;

/// <summary>A database that was there and does not answer any more.</summary>
internal static class LostDatabase
{
    // Class 42 of PostgreSQL's error codes: what was asked is wrong, and that is a bug.
    private const string WronglyAsked = "42";

    /// <summary>What to do about it; null for anything else.</summary>
    public static string? SentenceOf(Exception problem) => problem switch
    {
        PostgresException answered when answered.SqlState.StartsWith(WronglyAsked, StringComparison.Ordinal) => null,
        NpgsqlException => StorageTexts.Lost(problem.Message),
        // The words of EF around it name no cause.
        InvalidOperationException { InnerException: NpgsqlException lost } => SentenceOf(lost),
        _ => null,
    };
}
