using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Diagnostics;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Storage.Sqlite;

/// <summary>SQLite: one file, one process, one writer at a time.</summary>
internal sealed class SqliteBackEnd : IBackEnd, IDisposable
{
    private readonly string? _file;
    private readonly TimeSpan _waitForOther;
    private readonly ILogger<SqliteBackEnd> _log;

    // SQLite makes a second writer wait by polling; standing in line within the process is fairer and quicker.
    private readonly SemaphoreSlim _line = new(1, 1);
    private readonly SqliteWriter _writer;
    private readonly LoggedRows _rows;
    private OneProcessLock? _lock;

    /// <param name="connectionString">The file.</param>
    /// <param name="waitForOther">How long a start waits for another process that still has it.</param>
    /// <param name="model">The tables.</param>
    /// <param name="measures">Are told how many were saved together.</param>
    /// <param name="logs">Are told of what a start waits for, of who else can read the file, and of every statement.</param>
    public SqliteBackEnd(string connectionString, TimeSpan waitForOther, RowModel model, CommitMeasures measures, ILoggerFactory logs)
    {
        (_file, _waitForOther, _log) = (DatabaseFile.Of(connectionString), waitForOther, logs.CreateLogger<SqliteBackEnd>());
        Model = model;
        _writer = new SqliteWriter(connectionString, _line) { WrittenTogether = measures.WrittenTogether };
        _rows = new LoggedRows(new SqliteRows(connectionString, _writer), logs);
    }

    public string Name => "Sqlite";

    public bool HasOneProcess => true;

    public RowModel Model { get; }

    public IRowStore Rows => _rows;

    public async Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _line.WaitAsync(cancellationToken);
        return new Held(_line);
    }

    public Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(null);

    public bool IsBusy(Exception error) => SqliteErrors.CodeOf(error) == SqliteErrors.Busy;

    public DatabaseTrouble? TroubleOf(Exception error) => SqliteErrors.TroubleOf(error);

    public Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_file is not null && WritableFolder.ProblemOf(_file) is { } problem)
            throw new StartException(StorageTexts.CannotWrite(problem));
        return Task.CompletedTask;
    }

    public async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        try
        {
            if (_file is not null)
            {
                await CheckAsync(cancellationToken);
                _lock = await OneProcessLock.TakeAsync(_file, _waitForOther, services.GetRequiredService<TimeProvider>(), _log, cancellationToken);
                MakeFor(_file);
                // A copy made by VACUUM INTO has no write-ahead log, and whoever only reads cannot give it one.
                if (File.Exists(_file) && !DatabaseFile.HasWriteAheadLog(_file))
                    new PreparedConnection(db.Database.GetConnectionString()!).Dispose();
            }

            if (await DatabaseAge.IsCurrentAsync(db, cancellationToken))
                return;
            // No other process is there, so whoever holds it was killed while it migrated; the mapper would wait for ever.
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            // Each migration is one transaction: the file is as the last good one left it.
            throw new StartException(StorageTexts.CannotOpen(problem.Message));
        }
    }

    // Before SQLite opens it, which makes it as others may read it.
    private void MakeFor(string file)
    {
        OwnersFile.Open(file).Dispose();
        if (OwnersFile.IsOpenToOthers(file))
            _log.FileOpenToOthers(file);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _rows.Dispose();
        _line.Dispose();
        // The last: from here on another process may write.
        _lock?.Dispose();
    }

    private sealed class Held(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}
