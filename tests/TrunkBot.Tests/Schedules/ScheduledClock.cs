using Microsoft.Extensions.Time.Testing;

namespace TrunkBot.Tests.Schedules;

/// <summary>
/// A clock that schedules move. An actor that sleeps waits for its schedule; other timers do not ring, for nothing in a schedule hangs.
/// </summary>
internal sealed class ScheduledClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    // Longer than a lease, also than that of a create on its way.
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(10);

    public void PassLongTime() => AdjustTime(GetUtcNow() + s_long);

    public void PassUntil(DateTimeOffset time) => AdjustTime(time);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The timer of a sleep is told by what it ends: a task.
        if (state is not Task || Actor.Current is null)
            return base.CreateTimer(callback, state, dueTime, period);
        Actor.ArriveAsync(Operation.Sleep(GetUtcNow() + dueTime)).AsTask().GetAwaiter().GetResult();
        callback(state);
        return new Rung();
    }

    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
