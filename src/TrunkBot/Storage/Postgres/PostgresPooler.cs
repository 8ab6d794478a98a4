using Npgsql;

namespace TrunkBot.Storage.Postgres;

/// <summary>
/// Recognises a pooler that gives one connection of the server to several clients in turn, such as PgBouncer in transaction mode. Prepared
/// statements, <c>LISTEN</c> and what a session has set get lost there, so that turns fail or wait for ever.
/// </summary>
internal static class PostgresPooler
{
    // Where others work at the same moment, chance may hide it once.
    private const int Looks = 5;

    /// <param name="first">A connection, open.</param>
    /// <param name="second">Another one, open too.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="StartException">What a client's session has set is another's.</exception>
    public static async Task RefuseSharedAsync(NpgsqlConnection first, NpgsqlConnection second, CancellationToken ct)
    {
        if (await IsSharedAsync(first, second, ct))
            throw new StartException(StorageTexts.SharedByPooler);
    }

    // Two clients of the server itself, or of a pooler in session mode, each have a process of the server, and keep it.
    private static async Task<bool> IsSharedAsync(NpgsqlConnection first, NpgsqlConnection second, CancellationToken ct)
    {
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                var before = await ProcessAsync(first, ct);
                await using var transaction = await second.BeginTransactionAsync(ct);
                if (await ProcessAsync(second, ct) == before || await ProcessAsync(first, ct) != before)
                    return true;
            }
        }
        catch (PostgresException mixedUp) when (IsOfPooler(mixedUp.SqlState))
        {
            return true;
        }

        return false;
    }

    // PgBouncer in statement mode takes no transactions; what was prepared for one client is another's or nobody's.
    private static bool IsOfPooler(string state) =>
        state is PostgresErrorCodes.ProtocolViolation or PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement;

    private static async Task<int> ProcessAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)(await ask.ExecuteScalarAsync(ct))!;
    }
}
