namespace TrunkBot.Storage.Trouble;

/// <summary>Remembers since when the database takes no changes. Every save and every look of <see cref="DatabaseProbe"/> tells it how it went.</summary>
internal sealed class DatabaseWatch(IBackEnd backEnd, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DatabaseFailure? _failure;

    /// <summary>Something was saved.</summary>
    public void Works()
    {
        if (Volatile.Read(ref _failure) is null)
            return;
        lock (_gate)
            _failure = null;
    }

    /// <summary>Something could not be saved or read.</summary>
    /// <returns>Null for an error that says nothing of the database.</returns>
    public DatabaseFailure? Note(Exception error) => TroubleOf(error) is { } trouble ? Note(trouble) : null;

    public DatabaseFailure Note(DatabaseTrouble trouble)
    {
        lock (_gate)
            return _failure = new DatabaseFailure(trouble, _failure?.Since ?? clock.GetUtcNow());
    }

    // The mapper and our own errors stand around the driver's.
    private DatabaseTrouble? TroubleOf(Exception? error) => error is null ? null : backEnd.TroubleOf(error) ?? TroubleOf(error.InnerException);
}

/// <summary>The database takes no changes.</summary>
/// <param name="Trouble">Why, as it is now.</param>
/// <param name="Since">The first change that it did not take.</param>
internal sealed record DatabaseFailure(DatabaseTrouble Trouble, DateTimeOffset Since);
