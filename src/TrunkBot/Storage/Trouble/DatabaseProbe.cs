using System.Diagnostics;
using System.Globalization;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage.Trouble;

/// <summary>Finds out whether a turn could be stored now, by storing something the same way. Nothing of it stays.</summary>
internal sealed class DatabaseProbe(IBackEnd backEnd, DatabaseWatch watch, ILogger<DatabaseProbe> log)
{
    // As much as a large turn stores: where this fits on the disk, that does.
    private const int Length = 16 * 1024;
    private static readonly Statement s_remove = Statement.Delete<StateItem>().Where(nameof(StateItem.Key));
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4), s_fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<string?> _look = Task.FromResult<string?>(null);
    private long _endedAt;

    /// <summary>What is wrong, as a sentence for whoever runs TrunkBot; null when nothing is.</summary>
    /// <remarks>Anybody may ask as often as they like: there is one look at a time, and it counts for a second.</remarks>
    public Task<string?> ProblemAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_look.IsCompleted && (Interlocked.Read(ref _endedAt) is 0 || Stopwatch.GetElapsedTime(_endedAt) > s_fresh))
                _look = LookAsync();
            return _look.WaitAsync(ct);
        }
    }

    private async Task<string?> LookAsync()
    {
        using var late = new CancellationTokenSource(s_patience);
        try
        {
            await StoreAsync(late.Token).WaitAsync(late.Token);
            watch.Works();
            return null;
        }
#pragma warning disable CA1031 // whatever broke, nothing can be stored
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.CannotStore(error.GetBaseException().Message);
            var failure = error is OperationCanceledException ? watch.Note(DatabaseTrouble.Silent) : watch.Note(error);
            return failure is null ? StorageTexts.Unexplained : StorageTexts.ForOperators(failure);
        }
        finally
        {
            Interlocked.Exchange(ref _endedAt, Stopwatch.GetTimestamp());
        }
    }

    private async Task StoreAsync(CancellationToken ct)
    {
        var now = DateTimeOffset.UtcNow;
        var text = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture).PadRight(Length, '0');
        var probe = new StateItem($"probe {Guid.NewGuid():N}", text, now);
        RowWrite[] both = [Change.Insert(probe).On(backEnd.Model), s_remove.On(backEnd.Model, probe.Key)];
        if (!await backEnd.Rows.WriteAsync(both, bringsWork: false, ct))
            throw new InvalidOperationException("What was stored was not there.");
    }
}
