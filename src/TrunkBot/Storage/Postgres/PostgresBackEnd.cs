using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Trouble;

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
            await using var lone = await OpenLoneAsync(cancellationToken);
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
            await using var lone = await OpenLoneAsync(cancellationToken);
            // EF's own lock is a table, which two processes cannot both make on an empty database.
            await alone.EnterAsync(lone, cancellationToken);
            if (!await DatabaseAge.IsCurrentAsync(db, cancellationToken))
                await db.Database.MigrateAsync(cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            // Each migration is one transaction: the database is as the last good one left it.
            throw new StartException(StorageTexts.CannotOpen(problem.Message));
        }
    }

    // To open one costs the server dearly, so the two that are compared are used on: this one, and the pool's first.
    private async Task<NpgsqlConnection> OpenLoneAsync(CancellationToken ct)
    {
        var lone = PostgresSource.Lone(connectionString);
        try
        {
            await lone.OpenAsync(ct);
            await using var pooled = await source.OpenConnectionAsync(ct);
            await PostgresPooler.RefuseSharedAsync(pooled, lone, ct);
            return lone;
        }
        catch
        {
            await lone.DisposeAsync();
            throw;
        }
    }
}
