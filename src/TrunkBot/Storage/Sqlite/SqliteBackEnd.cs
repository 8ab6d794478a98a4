using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Sqlite;

/// <summary>SQLite: one file, one process, one writer at a time.</summary>
internal sealed class SqliteBackEnd : IBackEnd, IDisposable
{
    private readonly string _connectionString;
    private readonly TimeSpan _waitForOther;

    // SQLite makes a second writer wait by polling; standing in line within the process is fairer and quicker.
    private readonly SemaphoreSlim _line = new(1, 1);
    private readonly SqliteWriter _writer;
    private readonly SqliteRows _rows;
    private OneProcessLock? _lock;

    /// <param name="connectionString">The file.</param>
    /// <param name="waitForOther">How long a start waits for another process that still has it.</param>
    public SqliteBackEnd(string connectionString, TimeSpan waitForOther)
    {
        (_connectionString, _waitForOther) = (connectionString, waitForOther);
        _writer = new SqliteWriter(connectionString, _line);
        _rows = new SqliteRows(connectionString, _writer);
    }

    public string Name => "Sqlite";

    public bool HasOneProcess => true;

    public IRowStore Rows => _rows;

    public async Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _line.WaitAsync(cancellationToken);
        return new Held(_line);
    }

    public Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(null);

    public bool IsBusy(Exception error) => SqliteErrors.CodeOf(error) == SqliteErrors.Busy;

    public async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        try
        {
            if (DatabaseFile.Of(_connectionString) is { } file)
            {
                _lock = await OneProcessLock.TakeAsync(file, _waitForOther, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<SqliteBackEnd>>(), cancellationToken);
                // A copy made by VACUUM INTO has no write-ahead log, and whoever only reads cannot give it one.
                if (File.Exists(file) && !DatabaseFile.HasWriteAheadLog(file))
                    new PreparedConnection(_connectionString).Dispose();
            }

            await DatabaseAge.RefuseNewerAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
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
