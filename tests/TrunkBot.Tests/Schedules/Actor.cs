namespace TrunkBot.Tests.Schedules;

/// <summary>
/// One who acts: a turn, a worker. It waits before each operation until the schedule lets it go on, so that exactly one acts at a time. A dead
/// one reads and writes nothing more, whatever its code catches.
/// </summary>
internal sealed class Actor(string name, Func<Task> act)
{
    // No schedule takes this long; what does waits for something that no schedule governs, such as a lock that another actor holds.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly AsyncLocal<Actor?> s_current = new();

    private TaskCompletionSource _settled = new();
    private TaskCompletionSource<Fate>? _permission;

    /// <summary>Who acts here; null for everything that is outside of a schedule.</summary>
    public static Actor? Current => s_current.Value;

    public string Name => name;

    /// <summary>What it waits for; null when it has ended.</summary>
    public Operation? Before { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Whether others go first, for it stands still.</summary>
    public bool IsStalled { get; set; }

    /// <summary>What it ended with, if it did not end well.</summary>
    public Exception? Problem { get; private set; }

    /// <summary>Waits until the schedule lets whoever acts here go on.</summary>
    public static async ValueTask<Fate> ArriveAsync(Operation operation) =>
        Current is { } actor ? await actor.WaitAsync(operation) : Fate.GoesOn;

    /// <summary>Runs it up to its first operation.</summary>
    public Task BeginAsync()
    {
        _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(RunAsync);
        return SettledAsync();
    }

    /// <summary>Runs it up to its next operation.</summary>
    public Task GoOnAsync(Fate fate)
    {
        var permission = _permission!;
        (_settled, Before) = (new(TaskCreationOptions.RunContinuationsAsynchronously), null);
        permission.SetResult(fate);
        return SettledAsync();
    }

    private async Task RunAsync()
    {
        s_current.Value = this;
        try
        {
            await act();
        }
#pragma warning disable CA1031 // it belongs to whoever looks at how the schedule ended
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Problem = IsDead ? null : problem;
        }

        _settled.SetResult();
    }

    private async Task<Fate> WaitAsync(Operation operation)
    {
        if (IsDead)
            throw new DeathException();
        if (Before is not null)
            throw new InvalidOperationException($"{name} does two things at once: {Before.What} and {operation.What}.");
        _permission = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Before = operation;
        _settled.SetResult();
        var fate = await _permission.Task;
        IsDead = fate is Fate.Dies;
        return IsDead ? throw new DeathException() : fate;
    }

    private async Task SettledAsync()
    {
        try
        {
            await _settled.Task.WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"{name} waits for something that the schedule does not govern.");
        }
    }

    private sealed class DeathException() : Exception("The process is dead.");
}
