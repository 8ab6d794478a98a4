using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>A clock that tests move, and that knows which pauses were begun by it.</summary>
internal sealed class PausingClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
{
    public ConcurrentQueue<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            Pauses.Enqueue(dueTime);
        return timer;
    }

    /// <summary>Lets every pause pass that somebody begins, until they are done.</summary>
    public async Task PassUntilAsync(Task done)
    {
        for (var passed = 0; !done.IsCompleted; await Task.Yield())
            for (; passed < Pauses.Count; passed++)
                Advance(Pauses.ElementAt(passed));
    }
}
