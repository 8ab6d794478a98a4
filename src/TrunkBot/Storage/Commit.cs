using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>The one way to save: takes its turn where the back end has one writer only, and turns a lost race into a value.</summary>
internal sealed class Commit(IBackEnd backEnd, IEnumerable<IBeforeSave> late, JobSignal signal, DatabaseWatch watch, TimeProvider clock)
{
    private const int MostAttempts = 20, AtOnce = 3;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Saves all changes of the context in one transaction. What was saved survives a power cut: a create is sent once, a yes is a yes.</summary>
    /// <returns>False when somebody else changed the same rows first: nothing was saved.</returns>
    /// <exception cref="CommitInDoubtException">Nobody knows whether it was saved; what was to follow must not.</exception>
    public Task<bool> TrySaveAsync(TrunkBotDbContext db, CancellationToken cancellationToken) => TrySaveAsync(db, [], cancellationToken);

    /// <summary>The same for the changes of a context, if there is one, and these rows: all of them or none.</summary>
    public async Task<bool> TrySaveAsync(TrunkBotDbContext? db, IReadOnlyList<RowWrite> rows, CancellationToken cancellationToken)
    {
        db?.ChangeTracker.DetectChanges();
        if (db?.ChangeTracker.HasChanges() != true)
            return rows.Count == 0 || await PatientlyAsync(() => backEnd.Rows.WriteAsync(rows, bringsWork: false, cancellationToken), cancellationToken);
        var work = db.ChangeTracker.Entries<Job>().Any(entry => entry.State == EntityState.Added);
        if (!await SaveAsync(db, rows, work, cancellationToken))
            return false;
        if (work)
            signal.Wake();
        return true;
    }

    /// <summary>Runs one statement that writes; the number of rows tells whether its precondition held.</summary>
    /// <remarks>
    /// For leases and for what is old: a killed process does not undo it, a power cut may, unless something was saved after it. It ends the
    /// holder of the lease as well.
    /// </remarks>
    public async Task<int> ExecuteAsync(Func<Task<int>> statement, CancellationToken cancellationToken)
    {
        using (await backEnd.EnterWriteAsync(cancellationToken))
            return await statement();
    }

    // A back end that is busy (a back-up tool holds the file, the server starts anew) loses no race: what was done outside must still be written down.
    private async Task<bool> PatientlyAsync(Func<Task<bool>> save, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var isSaved = await save();
                watch.Works();
                return isSaved;
            }
            catch (Exception lost) when (lost is DbUpdateConcurrencyException)
            {
                return false;
            }
            catch (Exception busy) when (backEnd.IsBusy(busy) && attempt < MostAttempts)
            {
                if (attempt > AtOnce)
                    await Task.Delay(s_pause, clock, cancellationToken);
            }
        }
    }

    // Whoever only appends to the same chain of rows is in nobody's way: the one comes after the other.
    private async Task<bool> SaveAsync(TrunkBotDbContext db, IReadOnlyList<RowWrite> rows, bool work, CancellationToken cancellationToken)
    {
        string? basis = null;
        for (var attempt = 1; ; attempt++)
        {
            var (more, current) = await PrepareAsync(db, cancellationToken);
            if (current == basis || attempt > MostAttempts)
                return false;
            if (await PatientlyAsync(() => SaveOnceAsync(db, [.. rows, .. more], work, cancellationToken), cancellationToken))
                return true;
            basis = current;
        }
    }

    private async Task<LateRows> PrepareAsync(TrunkBotDbContext db, CancellationToken cancellationToken)
    {
        var all = LateRows.None;
        foreach (var room in late)
        {
            var (rows, basis) = await room.PrepareAsync(db, cancellationToken);
            all = new LateRows([.. all.Rows, .. rows], all.Basis + basis);
        }

        return all;
    }

    private static async Task<bool> SaveOnceAsync(TrunkBotDbContext db, IReadOnlyList<RowWrite> rows, bool work, CancellationToken cancellationToken)
    {
        (db.Beside, db.BringsWork) = (rows, work);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        finally
        {
            (db.Beside, db.BringsWork) = ([], false);
        }
    }
}
