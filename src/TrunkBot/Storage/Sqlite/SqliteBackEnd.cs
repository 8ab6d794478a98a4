using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TrunkBot.Storage.Sqlite;

/// <summary>SQLite: one file, one process, one writer at a time.</summary>
internal sealed class SqliteBackEnd : IBackEnd, IDisposable
{
    // SQLite makes a second writer wait by polling; standing in line within the process is fairer and quicker.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SharedFlush _flush;
    private string? _log;

    public SqliteBackEnd() => _flush = new SharedFlush(FlushLog);

    public string Name => "Sqlite";

    public bool HasOneProcess => true;

    public async Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        return new Held(_writer);
    }

    public Task FlushAsync() => _flush.FlushAsync();

    public bool IsLostRace(DbUpdateException error) =>
        error.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint };

    public bool IsBusy(DbUpdateException error) => error.InnerException is SqliteException { SqliteErrorCode: SqliteBusy };

    public async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        try
        {
            await DatabaseAge.RefuseNewerAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
            _log = db.Database.GetDbConnection().DataSource + "-wal";
        }
        catch (SqliteException problem)
        {
            // Each migration is one transaction: the file is as the last good one left it.
            throw new StartException(
                $"The database of ConnectionStrings:TrunkBot cannot be opened or brought to this program's version ({problem.Message}). What is in it was left alone.");
        }
    }

    public void Dispose()
    {
        _flush.Dispose();
        _writer.Dispose();
    }

    // The write-ahead log holds every commit until a checkpoint, which flushes by itself, has moved it into the database; the log is
    // deleted only then. It bears no lock that closing the file could let go.
    private void FlushLog()
    {
        try
        {
            using var log = File.OpenHandle(
                _log ?? throw new InvalidOperationException("The database was not opened yet."),
                FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (FileNotFoundException)
        {
            // Everything is in the database.
        }
    }

    private const int SqliteBusy = 5;
    private const int SqliteConstraint = 19;

    private sealed class Held(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}
