using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;

namespace TrunkBot.Storage;

/// <summary>The one way to save: takes its turn where the back end has one writer only, and turns a lost race into a value.</summary>
internal sealed class Commit(IBackEnd backEnd, JobSignal signal, TimeProvider clock)
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Saves all changes of the context in one transaction. What was saved survives a power cut: a create is sent once, a yes is a yes.</summary>
    /// <returns>False when somebody else changed the same rows first: nothing was saved.</returns>
    public async Task<bool> TrySaveAsync(TrunkBotDbContext db, CancellationToken cancellationToken)
    {
        var work = db.ChangeTracker.Entries<Job>().Any(entry => entry.State == EntityState.Added && entry.Entity.TurnKey is null);
        if (!await SaveAsync(db, cancellationToken))
            return false;
        await backEnd.FlushAsync();
        if (work)
            signal.Wake();
        return true;
    }

    // A back end that is busy (a back-up tool holds the file) loses no race: what was done outside must still be written down.
    private async Task<bool> SaveAsync(TrunkBotDbContext db, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using (await backEnd.EnterWriteAsync(cancellationToken))
                    await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || backEnd.IsLostRace(lost))
            {
                return false;
            }
            catch (DbUpdateException busy) when (backEnd.IsBusy(busy) && attempt < MostAttempts)
            {
                await Task.Delay(s_pause, clock, cancellationToken);
            }
        }
    }

    /// <summary>Runs one statement that writes; the number of rows tells whether its precondition held.</summary>
    /// <remarks>
    /// For claims, leases and numbers: a killed process does not undo them, a power cut may, unless something was saved after them. It ends
    /// every claim and lease anyway; at worst a prompt that was sent in the last moment is sent again.
    /// </remarks>
    public async Task<int> ExecuteAsync(Func<Task<int>> statement, CancellationToken cancellationToken)
    {
        using (await backEnd.EnterWriteAsync(cancellationToken))
            return await statement();
    }
}

/// <summary>What differs between database engines.</summary>
internal interface IBackEnd
{
    string Name { get; }

    /// <summary>True where no second process can work on the same database: whatever is leased at the start belongs to a dead one.</summary>
    bool HasOneProcess { get; }

    /// <summary>Waits until this process may write.</summary>
    Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken);

    /// <summary>Waits until everything that was committed before survives a power cut.</summary>
    Task FlushAsync();

    /// <summary>True for an error that says that somebody else was first.</summary>
    bool IsLostRace(DbUpdateException error);

    /// <summary>True for an error that passes by itself: nothing was saved, and saving again may work.</summary>
    bool IsBusy(DbUpdateException error);

    /// <summary>Brings the database to this program's version; stops the start if it is newer.</summary>
    Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken);
}
