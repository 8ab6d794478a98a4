using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Postgres;

/// <summary>PostgreSQL: any number of processes. It decides every race.</summary>
internal sealed class PostgresBackEnd(string? connectionString, NpgsqlDataSource source, PostgresAlone alone, RowModel model, ILoggerFactory logs, TimeProvider clock) : IBackEnd
{
    public string Name => "Postgres";

    public bool HasOneProcess => false;

    public RowModel Model => model;

    public IRowStore Rows { get; } = new LoggedRows(new PostgresRows(source, new PostgresWriter(source, new PostgresVerdict(source, clock))), logs);

    public Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    public bool IsBusy(Exception error) => PostgresErrors.IsBusy(error);

    public DatabaseTrouble? TroubleOf(Exception error) => PostgresErrors.TroubleOf(error);

    public async Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken) => await alone.EnterAsync(cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PostgresPooler.RefuseSharedAsync(connectionString, cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            throw new StartException(StorageTexts.CannotReach(problem.Message));
        }
    }

    public async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        try
        {
            await PostgresPooler.RefuseSharedAsync(connectionString, cancellationToken);
            // EF's own lock is a table, which two processes cannot both make on an empty database.
            await using var alone = await EnterAloneAsync(cancellationToken);
            if (!await DatabaseAge.IsCurrentAsync(db, cancellationToken))
                await db.Database.MigrateAsync(cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            // Each migration is one transaction: the database is as the last good one left it.
            throw new StartException(StorageTexts.CannotOpen(problem.Message));
        }
    }
}
