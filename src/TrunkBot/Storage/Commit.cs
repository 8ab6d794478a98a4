using System.Diagnostics;
using Polly;
using TrunkBot.Diagnostics;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Storage;

/// <summary>The one way to save: takes its turn where the back end has one writer only, and turns a lost race into a value.</summary>
internal sealed class Commit(IBackEnd backEnd, IEnumerable<IBeforeSave> late, WorkSignal signal, DatabaseWatch watch, CommitMeasures measures, TimeProvider clock)
{
    private const int MostAttempts = 20;

    private readonly ResiliencePipeline<bool> _patience = Retries.WhileBusy(backEnd, clock);
    private readonly ResiliencePipeline<bool> _patienceOfNotes = Retries.WhileBusyOrInDoubt(backEnd, clock);

    /// <summary>Saves all changes of the context in one transaction. What was saved survives a power cut: a create is sent once, a yes is a yes.</summary>
    /// <returns>False when somebody else changed the same rows first: nothing was saved.</returns>
    /// <exception cref="CommitInDoubtException">Nobody knows whether it was saved; what was to follow must not.</exception>
    public Task<bool> TrySaveAsync(TrunkBotDbContext db, CancellationToken cancellationToken) =>
        TrySaveAsync(new UnitOfWork(db, []), "changes", cancellationToken);

    /// <summary>The same for single rows.</summary>
    public Task<bool> TrySaveAsync(Change change, CancellationToken cancellationToken) => TrySaveAsync(UnitOfWork.Of(change), "row", cancellationToken);

    /// <summary>The same for all of it or nothing.</summary>
    public Task<bool> TrySaveAsync(UnitOfWork work, CancellationToken cancellationToken) => TrySaveAsync(work, "rows", cancellationToken);

    private async Task<bool> TrySaveAsync(UnitOfWork work, string what, CancellationToken cancellationToken)
    {
        var began = measures.Begin();
        using var span = CommitSpan.Start(backEnd);
        var outcome = "failed";
        try
        {
            var isSaved = await SaveAsync(work, span, cancellationToken);
            outcome = isSaved ? "saved" : "lost";
            return isSaved;
        }
        finally
        {
            measures.Ended(began, what, outcome);
            CommitSpan.Ended(span, outcome);
        }
    }

    // Whoever only appends to the same chain of rows is in nobody's way: the one comes after the other.
    private async Task<bool> SaveAsync(UnitOfWork work, Activity? span, CancellationToken cancellationToken)
    {
        string? basis = null;
        for (var attempt = 1; ; attempt++)
        {
            var (more, current) = await PrepareAsync(work, cancellationToken);
            if (current == basis || attempt > MostAttempts)
                return false;
            List<Change> changes = [.. work.All(), .. more];
            if (changes.Count == 0)
                return true;
            CommitSpan.Holds(span, changes.Count);
            if (await WriteAsync(changes, cancellationToken))
                break;
            // Without a chain there is nothing that could have changed meanwhile but the rows themselves.
            if (current.Length == 0)
                return false;
            basis = current;
        }

        work.Accept();
        return true;
    }

    /// <summary>Notes one row: a killed process does not undo it, a power cut may, unless something was saved after it.</summary>
    /// <returns>
    /// False when the row is not as the change wants it: nothing was changed. Where the database was lost before it answered, the row is noted
    /// again, and counts as noted in any case: who notes that they will say something had better say it twice than not at all.
    /// </returns>
    public async Task<bool> TryNoteAsync(Change change, CancellationToken cancellationToken)
    {
        var write = change.On(backEnd.Model);
        var isInDoubt = false;
        var isNoted = await _patienceOfNotes.ExecuteAsync(NoteAsync, cancellationToken);
        watch.Works();
        return isNoted || isInDoubt;

        async ValueTask<bool> NoteAsync(CancellationToken ct)
        {
            try
            {
                return await backEnd.Rows.NoteAsync(write, ct);
            }
            catch (CommitInDoubtException)
            {
                isInDoubt = true;
                throw;
            }
        }
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

    private async Task<bool> WriteAsync(List<Change> changes, CancellationToken cancellationToken)
    {
        var bringsWork = changes.Exists(change => change.BringsWork);
        var writes = changes.ConvertAll(change => change.On(backEnd.Model));
        var isSaved = await _patience.ExecuteAsync(async ct => await backEnd.Rows.WriteAsync(writes, bringsWork, ct), cancellationToken);
        watch.Works();
        if (isSaved && bringsWork)
            signal.Wake();
        return isSaved;
    }

    private async Task<LateRows> PrepareAsync(UnitOfWork work, CancellationToken cancellationToken)
    {
        if (work.Context is not { } db)
            return LateRows.None;
        db.ChangeTracker.DetectChanges();
        var all = LateRows.None;
        if (!db.ChangeTracker.HasChanges())
            return all;
        foreach (var room in late)
        {
            var (rows, basis) = await room.PrepareAsync(db, cancellationToken);
            all = new LateRows([.. all.Rows, .. rows], all.Basis + basis);
        }

        return all;
    }
}
