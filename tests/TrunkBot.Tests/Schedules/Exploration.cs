using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Schedules;

/// <summary>
/// All schedules within bounds, one after the other, depth first: each run begins anew, goes the way of the one before it up to its last
/// decision that has a choice left, and takes that. So no schedule is run twice, and none is left out.
/// </summary>
/// <remarks>
/// <c>TRUNKBOT_SCHEDULE="12 B GoesOn, 15 A Dies"</c> plays the one that a failure has printed, and no other. <c>TRUNKBOT_SCHEDULE_DEVIATIONS=1</c>
/// lets each deviate once more than usual, which takes many times as long.
/// </remarks>
internal sealed class Exploration(Bounds bounds, ScheduledClock clock, Func<Stage, Task> story)
{
    private readonly Bounds _bounds = bounds.Wider(
        int.TryParse(Environment.GetEnvironmentVariable("TRUNKBOT_SCHEDULE_DEVIATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 0);

    private readonly HashSet<string> _shared = [];
    private long _steps;

    public int Schedules { get; private set; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Schedules} schedules, {_steps / Math.Max(1, Schedules)} decisions each");

    /// <summary>Runs all of them.</summary>
    /// <param name="atLeast">So many there are; fewer, and the actors did not meet.</param>
    /// <param name="output">Is told how many there were.</param>
    /// <exception cref="BrokenScheduleException">What was to hold did not hold.</exception>
    public async Task RunAsync(int atLeast, ITestOutputHelper output)
    {
        var began = Stopwatch.GetTimestamp();
        await RunAsync();
        output.WriteLine($"{this}, {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        Assert.True(Schedules >= atLeast || Wanted is not null, ToString());
    }

    private static string? Wanted => Environment.GetEnvironmentVariable("TRUNKBOT_SCHEDULE");

    private async Task RunAsync()
    {
        if (Wanted is { } wanted)
        {
            await ReplayAsync(wanted);
            return;
        }

        for (IReadOnlyList<Decision>? before = []; before is not null;)
        {
            var (way, known) = (before, _shared.Count);
            before = Next(await PlayAsync((at, choices) => at < way.Count ? Same(way[at], choices) : -1));
            // Somebody wrote where nobody was known to write: what was passed over for that is looked at now.
            if (_shared.Count > known)
                (before, Schedules, _steps) = ([], 0, 0);
        }
    }

    /// <summary>Runs one schedule.</summary>
    public async Task ReplayAsync(string text)
    {
        var schedule = Schedule.Parse(text);
        await PlayAsync((at, choices) => schedule.At(at) is not { } name ? -1
            : choices.ToList().IndexOf(name) is var index and >= 0 ? index
            : throw new InvalidOperationException($"There is no choice '{name}' at step {at}; there is {string.Join(", ", choices)}."));
    }

    private async Task<IReadOnlyList<Decision>> PlayAsync(Func<int, IReadOnlyList<string>, int> script)
    {
        var stage = new Stage(_bounds, clock, _shared, script);
        try
        {
            await story(stage);
        }
        catch (Exception problem)
        {
            throw new BrokenScheduleException(stage.Decisions, problem);
        }

        Schedules++;
        _steps += stage.Decisions.Count;
        return stage.Decisions;
    }

    private static int Same(Decision before, IReadOnlyList<string> choices) => before.Choices.SequenceEqual(choices)
        ? before.Index
        : throw new InvalidOperationException(
            $"The same schedule went another way at step {before.Step}: there were {string.Join(", ", before.Choices)}, now there are {string.Join(", ", choices)}.");

    private static List<Decision>? Next(IReadOnlyList<Decision> run)
    {
        var last = run.Count - 1;
        while (last >= 0 && run[last].Index == run[last].Choices.Count - 1)
            last--;
        return last < 0 ? null : [.. run.Take(last), run[last] with { Index = run[last].Index + 1 }];
    }
}

/// <summary>A schedule after which something did not hold.</summary>
internal sealed class BrokenScheduleException(IReadOnlyList<Decision> decisions, Exception problem) : Exception(
    $"{problem.Message}\nThe schedule: {Schedules.Schedule.Write(decisions)}\n{string.Join('\n', decisions)}", problem)
{
    /// <summary>For <see cref="Exploration.ReplayAsync"/>.</summary>
    public string Schedule { get; } = Schedules.Schedule.Write(decisions);
}
