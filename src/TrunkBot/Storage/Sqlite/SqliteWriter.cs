using Microsoft.Data.Sqlite;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Sqlite;

/// <summary>
/// Writes rows, and flushes what was written to the disk, once for everybody who waits. SQLite at <c>synchronous=FULL</c> does the same
/// one transaction after the other, and a turn would wait for the flushes of all turns before it.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _wanted = new(false);
    private readonly Thread _thread;
    private List<Work> _waiting = [];
    private bool _ends;

    /// <param name="connectionString">The file.</param>
    /// <param name="writer">Held while something is written: SQLite takes one writer at a time.</param>
    public SqliteWriter(string connectionString, SemaphoreSlim writer)
    {
        (_connectionString, _writer) = (connectionString, writer);
        // A thread of its own: the disk is slow, and the pool's few threads are for turns.
        _thread = new Thread(Run) { IsBackground = true, Name = "write to disk" };
        _thread.Start();
    }

    /// <summary>Is told how many were written to the disk together.</summary>
    public Action<int>? WrittenTogether { get; init; }

    public async Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes)
    {
        var work = new Work(writes);
        await EnqueueAsync(work);
        return work.IsDone;
    }

    /// <summary>The same for a row that need not be on the disk.</summary>
    public async Task<bool> NoteAsync(RowWrite write)
    {
        var work = new Work([write]) { Flushes = false };
        await EnqueueAsync(work);
        return work.IsDone;
    }

    public async Task<long> CountAsync(RowWrite write)
    {
        var work = new Work([write]) { Counts = true, Flushes = false };
        await EnqueueAsync(work);
        return work.Number;
    }

    /// <summary>Finishes what was asked for; what is asked for later fails.</summary>
    public void Dispose()
    {
        lock (_gate)
            _ends = true;
        _wanted.Set();
        _thread.Join();
        _wanted.Dispose();
    }

    private Task EnqueueAsync(Work work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ends, this);
            _waiting.Add(work);
        }

        _wanted.Set();
        return work.Task;
    }

    private void Run()
    {
        (PreparedConnection Connection, WriteAheadLog Log)? file = null;
        var isCrowded = false;
        for (var ends = false; !ends;)
        {
            _wanted.WaitOne();
            // Where several came at once, more are on their way: one transaction and one flush for all of them.
            if (isCrowded)
                Gather();
            List<Work> round;
            lock (_gate)
                (round, _waiting, ends) = (_waiting, [], _ends);
            if (round.Count == 0)
                continue;
            // What cannot be written is no reason not to flush what others have committed before.
            Try(round.FindAll(work => work.Writes.Count > 0), works => Write((file ??= Open()).Connection, works));
            Try(round.FindAll(work => work.Flushes), _ => (file ??= Open()).Log.Flush());
            round.ForEach(work => work.SetDone());
            WrittenTogether?.Invoke(round.Count);
            isCrowded = round.Count > 1;
        }

        file?.Log.Dispose();
        file?.Connection.Dispose();
    }

    private (PreparedConnection Connection, WriteAheadLog Log) Open()
    {
        var connection = new PreparedConnection(_connectionString);
        return (connection, new WriteAheadLog(connection.File));
    }

    // Lets those run first who are about to come; where nobody waits for a core it takes no time.
    private static void Gather()
    {
        for (var i = 0; i < 4; i++)
            Thread.Yield();
    }

    private static void Try(List<Work> works, Action<List<Work>> act)
    {
        if (works.Count == 0)
            return;
        try
        {
            act(works);
        }
#pragma warning disable CA1031 // whatever broke, those who wait must know that their change may not be on the disk
        catch (Exception problem)
#pragma warning restore CA1031
        {
            works.ForEach(work => work.SetFailed(problem));
        }
    }

    private void Write(PreparedConnection connection, List<Work> works)
    {
        _writer.Wait();
        try
        {
            // SQLite writes on into a file that somebody has removed.
            if (!File.Exists(connection.File))
                throw new FileGoneException(connection.File);
            // Nearly always all can be done. Where one cannot, the others must not suffer: each in a transaction of its own.
            if (TryWrite(connection, works))
                works.ForEach(work => work.IsDone = true);
            else if (works.Count > 1)
                works.ForEach(work => work.IsDone = TryWrite(connection, [work]));
        }
        finally
        {
            _writer.Release();
        }
    }

    private static bool TryWrite(PreparedConnection connection, List<Work> works)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var all = works.TrueForAll(work => TryWrite(connection, work));
            connection.Execute(all ? "COMMIT" : "ROLLBACK");
            return all;
        }
        catch
        {
            connection.RollBack();
            throw;
        }
    }

    private static bool TryWrite(PreparedConnection connection, Work work)
    {
        try
        {
            if (!work.Counts)
                return work.Writes.All(write => connection.Execute(write.Sql, write.Values) == 1);
            work.Number = connection.Count(work.Writes[0].Sql, work.Writes[0].Values);
            return true;
        }
        catch (SqliteException taken) when (taken.SqliteErrorCode == SqliteErrors.Constraint)
        {
            return false;
        }
    }

    private sealed class Work(IReadOnlyList<RowWrite> writes)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<RowWrite> Writes { get; } = writes;

        public bool Counts { get; init; }

        public bool Flushes { get; init; } = true;

        public long Number { get; set; }

        public bool IsDone { get; set; }

        public Task Task => _done.Task;

        public void SetDone() => _done.TrySetResult();

        public void SetFailed(Exception problem) => _done.TrySetException(problem);
    }
}
