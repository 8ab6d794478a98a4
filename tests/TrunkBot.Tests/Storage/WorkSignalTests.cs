using Microsoft.Extensions.Time.Testing;
using TrunkBot.Storage;

namespace TrunkBot.Tests.Storage;

/// <summary>What becomes due later wakes the worker then, whatever else it was told.</summary>
public sealed class WorkSignalTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Each_that_becomes_due_wakes_the_worker_in_whatever_order_it_was_told_of_them()
    {
        var clock = new FakeTimeProvider();
        using var signal = new WorkSignal(clock);
        foreach (var seconds in (int[])[3, 1, 4, 3])
            signal.WakeAfter(TimeSpan.FromSeconds(seconds));
        foreach (var seconds in (int[])[1, 2, 1])
        {
            var woken = signal.WaitAsync(TimeSpan.FromDays(1), CancellationToken.None);
            clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.False(woken.IsCompleted);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await woken.WaitAsync(s_patience);
        }
    }
}
