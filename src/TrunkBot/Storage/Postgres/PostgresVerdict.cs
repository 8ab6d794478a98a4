using Npgsql;
using Polly;

namespace TrunkBot.Storage.Postgres;

/// <summary>
/// Asks the server how a transaction ended whose commit was not answered (<c>pg_xact_status</c>, made for this question). A server that
/// crashed meanwhile answers when it is back; one that stays away leaves the doubt.
/// </summary>
internal sealed class PostgresVerdict(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Committed = "committed", Aborted = "aborted";

    private readonly ResiliencePipeline<string?> _patience = Retries.Until<string?>(clock, outcome => outcome.Result is Committed or Aborted);

    /// <exception cref="CommitInDoubtException">The server did not say.</exception>
    public async Task<bool> IsCommittedAsync(string transaction, Exception lost) =>
        await _patience.ExecuteAsync(async _ => await StatusAsync(transaction)) switch
        {
            Committed => true,
            Aborted => false,
            _ => throw new CommitInDoubtException(lost),
        };

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
