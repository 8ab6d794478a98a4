using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Postgres;

/// <summary>PostgreSQL: any number of processes. It decides every race.</summary>
internal sealed class PostgresBackEnd(string? connectionString, NpgsqlDataSource source, TimeProvider clock) : IBackEnd
{
    // Any number will do, as long as nobody else locks it in this database.
    private const long Alone = 0x7275_6E6B_426F_7401;

    public string Name => "Postgres";

    public bool HasOneProcess => false;

    public IRowStore Rows { get; } = new PostgresRows(source, new PostgresWriter(source, new PostgresVerdict(source, clock)));

    public Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    public bool IsBusy(Exception error) => PostgresErrors.IsBusy(error);

    // The server lets go of the lock when the connection ends, however it ends.
    public async Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken)
    {
        var connection = PostgresSource.Lone(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
        wait.Parameters.Add(PostgresValue.Of(Alone));
        await wait.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    public async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        try
        {
            // EF's own lock is a table, which two processes cannot both make on an empty database.
            await using var alone = await EnterAloneAsync(cancellationToken);
            await DatabaseAge.RefuseNewerAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            // Each migration is one transaction: the database is as the last good one left it.
            throw new StartException(
                $"The database of ConnectionStrings:TrunkBot cannot be reached or brought to this program's version ({problem.Message}). What is in it was left alone.");
        }
    }
}
