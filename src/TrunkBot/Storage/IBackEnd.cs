using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Storage;

/// <summary>What differs between database engines.</summary>
internal interface IBackEnd
{
    string Name { get; }

    /// <summary>The tables that it has.</summary>
    RowModel Model { get; }

    /// <summary>True where no second process can work on the same database: whatever is leased at the start belongs to a dead one.</summary>
    bool HasOneProcess { get; }

    /// <summary>Rows without the context. <see cref="Commit"/> is the way to write them.</summary>
    IRowStore Rows { get; }

    /// <summary>Waits until this process may write.</summary>
    Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken);

    /// <summary>True for an error that passes by itself: surely nothing was saved, and saving again may work.</summary>
    bool IsBusy(Exception error);

    /// <summary>What this error says of the database; null where it says nothing, as what was asked was wrong or lost a race.</summary>
    DatabaseTrouble? TroubleOf(Exception error);

    /// <summary>Waits until no other process is between this and the disposal: for what is made once, by whoever starts first.</summary>
    Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken);

    /// <summary>Looks whether the database can be reached and written, and changes nothing; stops the start if not.</summary>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Brings the database to this program's version; stops the start if it is newer.</summary>
    Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken);
}
