using Npgsql;

namespace TrunkBot.Storage.Postgres;

/// <summary>
/// Asks the server how a transaction ended whose commit was not answered (<c>pg_xact_status</c>, made for this question). A server that
/// crashed meanwhile answers when it is back; one that stays away leaves the doubt.
/// </summary>
internal sealed class PostgresVerdict(NpgsqlDataSource source, TimeProvider clock)
{
    private const int MostAttempts = 20, AtOnce = 3;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="CommitInDoubtException">The server did not say.</exception>
    public async Task<bool> IsCommittedAsync(string transaction, Exception lost)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            switch (await StatusAsync(transaction))
            {
                case "committed":
                    return true;
                case "aborted":
                    return false;
            }

            if (attempt > AtOnce)
                await Task.Delay(s_pause, clock);
        }

        throw new CommitInDoubtException(lost);
    }

    private async Task<string?> StatusAsync(string transaction)
    {
        try
        {
            await using var ask = source.CreateCommand("SELECT pg_xact_status($1::text::xid8)");
            ask.Parameters.Add(PostgresValue.Of(transaction));
            return await ask.ExecuteScalarAsync() as string;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
