namespace TrunkBot.Storage.Sqlite;

/// <summary>
/// SQLite's write-ahead log: it holds every commit until a checkpoint, which flushes by itself, has moved it into the database. It is one
/// and the same file as long as any connection is open.
/// </summary>
internal sealed class WriteAheadLog(string databaseFile) : IDisposable
{
    // It bears no lock that closing the file could let go.
    private readonly FileStream _file = OwnersFile.Open(databaseFile + "-wal");

    /// <summary>Brings everything that was committed so far to the disk.</summary>
    public void Flush() => RandomAccess.FlushToDisk(_file.SafeFileHandle);

    public void Dispose() => _file.Dispose();
}
