namespace TrunkBot.Storage.Sqlite;

/// <summary>
/// Keeps a second process off the same database file. The operating system holds the lock and frees it when the process ends, however it
/// ends; the file that it stands on stays where it is and means nothing by itself.
/// </summary>
internal sealed class OneProcessLock : IDisposable
{
    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(250);

    private readonly FileStream _held;

    private OneProcessLock(FileStream held) => _held = held;

    /// <summary>Takes the lock. An old process that is just ending may take a while to let go of it.</summary>
    /// <param name="databaseFile">The database, by the one name that all processes have for it.</param>
    /// <param name="atMost">How long to wait for another process.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="log">Is told that it waits.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="StartException">Another process has it.</exception>
    public static async Task<OneProcessLock> TakeAsync(string databaseFile, TimeSpan atMost, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        var path = $"{databaseFile}.lock";
        var until = clock.GetUtcNow() + atMost;
        for (var first = true; ; first = false)
        {
            if (TryTake(path) is { } held)
                return new OneProcessLock(held);
            if (clock.GetUtcNow() >= until)
            {
                throw new StartException(
                    $"Another TrunkBot is running on the database {databaseFile}, and two on one SQLite file could create a trunk twice. "
                    + "Stop the other one and start again. To run several, set Storage:BackEnd to Postgres.");
            }

            if (first)
                log.WaitsForTheOtherProcess(databaseFile, atMost);
            await Task.Delay(s_again, clock, ct);
        }
    }

    public void Dispose() => _held.Dispose();

    private static FileStream? TryTake(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path, options);
        }
        catch (IOException problem) when (IsHeld(problem))
        {
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"TrunkBot can't open {path}, the file that keeps a second process off its database ({problem.Message}). "
                + "Run it as the owner of that file, in a folder that it can write.");
        }
    }

    // Windows' sharing violation, or what Linux and macOS call EWOULDBLOCK.
    private static bool IsHeld(IOException problem) => problem.HResult is unchecked((int)0x80070020) or 11 or 35;
}
