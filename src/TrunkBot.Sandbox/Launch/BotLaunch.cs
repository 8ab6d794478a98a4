namespace TrunkBot.Sandbox.Launch;

/// <summary>How far the bot's start is, for the page that shows it and for messages that wait for it.</summary>
internal sealed class BotLaunch(SandboxWorld world)
{
    private const int LinesKept = 20;
    private readonly Lock gate = new();
    private readonly Queue<string> said = new();
    private BotStage stage = world.Options.BotProject is null ? BotStage.Elsewhere : BotStage.Building;
    private TaskCompletionSource changed = Signal();
    private TaskCompletionSource wanted = Signal();

    internal BotStage Stage
    {
        get
        {
            lock (gate)
                return stage;
        }
    }

    /// <summary>The last lines that the bot, or its build, has printed.</summary>
    internal string[] Said
    {
        get
        {
            lock (gate)
                return [.. said];
        }
    }

    internal void Hear(string line)
    {
        lock (gate)
        {
            if (said.Count == LinesKept)
                said.Dequeue();
            said.Enqueue(line);
        }
    }

    internal void Reach(BotStage next)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            if (next == BotStage.Building)
                said.Clear();
            stage = next;
            (signal, changed) = (changed, Signal());
        }
        signal.SetResult();
    }

    /// <summary>Waits while the bot is on its way. False when it didn't come up.</summary>
    internal async Task<bool> IsUpAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (stage is not (BotStage.Building or BotStage.Starting))
                    return stage != BotStage.Ended;
                next = changed.Task;
            }
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Somebody wants a bot that has ended to start again.</summary>
    internal bool AskAgain()
    {
        lock (gate)
            return stage == BotStage.Ended && wanted.TrySetResult();
    }

    /// <summary>Completes once somebody wants the bot to start again.</summary>
    internal async Task AskedAgainAsync()
    {
        await wanted.Task;
        lock (gate)
            wanted = Signal();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
