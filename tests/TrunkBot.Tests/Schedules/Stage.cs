using Microsoft.Data.Sqlite;
using TrunkBot.Storage;

namespace TrunkBot.Tests.Schedules;

/// <summary>One run of all actors by one schedule.</summary>
/// <param name="bounds">Where a schedule may go.</param>
/// <param name="clock">Moves when nobody else can.</param>
/// <param name="shared">The tables that actors write; it grows as they do. To interrupt somebody before anything else changes nothing.</param>
/// <param name="script">Which way to go, by the number and the names of the choices; the straight way for less than 0.</param>
internal sealed class Stage(Bounds bounds, ScheduledClock clock, HashSet<string> shared, Func<int, IReadOnlyList<string>, int> script)
{
    private readonly List<Actor> _actors = [];
    private readonly List<Decision> _decisions = [];
    private readonly Dictionary<Fate, int> _met = [];
    private int _preemptions;

    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Nothing went wrong beside the order in which they acted.</summary>
    public bool IsCalm => _met.Count == 0;

    /// <summary>Whether this has befallen somebody.</summary>
    public bool Met(Fate fate) => _met.ContainsKey(fate);

    /// <param name="name">As it is written in schedules.</param>
    /// <param name="act">What they do.</param>
    public void Enters(string name, Func<Task> act) => _actors.Add(new Actor(name, act));

    /// <summary>Runs all until the last has ended.</summary>
    /// <returns>What went wrong for those who are alive.</returns>
    public async Task<IReadOnlyList<Exception>> PlayAsync()
    {
        foreach (var actor in _actors)
            await actor.BeginAsync();
        Actor? last = null;
        while (Awake() is { Count: > 0 } awake)
        {
            var choice = Choose(last, awake);
            last = choice.Actor;
            if (choice.Fate is Fate.Stalls)
            {
                last.IsStalled = true;
                clock.PassLongTime();
                continue;
            }

            last.IsStalled = false;
            if (last.Before!.Acts)
                shared.UnionWith(last.Before.Tables);
            await last.GoOnAsync(choice.Fate);
        }

        return [.. _actors.Select(actor => actor.Problem).OfType<Exception>()];
    }

    /// <summary>Nobody who is alive ended badly but by a failure of the back end, of which they are told.</summary>
    public void AssertOnlyTheBackEndFailed(IReadOnlyList<Exception> problems)
    {
        if (Met(Fate.IsBusy) || Met(Fate.HearsNothing))
            Assert.All(problems, problem => Assert.True(problem is CommitInDoubtException or SqliteException, $"{problem}"));
        else
            Assert.Empty(problems);
    }

    /// <summary>Who can go on; where all sleep the clock moves.</summary>
    private List<Actor> Awake()
    {
        var waiting = _actors.FindAll(actor => actor.Before is not null);
        if (waiting.Count == 0)
            return waiting;
        var awake = waiting.FindAll(actor => !(actor.Before!.NotBefore > clock.GetUtcNow()));
        if (awake.Count > 0)
            return awake;
        clock.PassUntil(waiting.Min(actor => actor.Before!.NotBefore!.Value));
        return Awake();
    }

    private Choice Choose(Actor? last, List<Actor> awake)
    {
        List<Choice> choices = [.. Choices(last, awake)];
        if (choices.Count == 1)
            return choices[0];
        IReadOnlyList<string> names = [.. choices.Select(choice => choice.Name)];
        var index = Math.Max(0, script(_decisions.Count, names));
        var taken = choices[index];
        _decisions.Add(new Decision(_decisions.Count, names, index, taken.Actor.Before!.What));
        if (taken.Fate is not Fate.GoesOn)
            _met[taken.Fate] = _met.GetValueOrDefault(taken.Fate) + 1;
        else if (awake.Contains(last!) && !last!.IsStalled && taken.Actor != last)
            _preemptions++;
        return taken;
    }

    // Who was acting goes on; after them the others in their order. Where nobody was interrupted it costs nothing to begin with any of them.
    private IEnumerable<Choice> Choices(Actor? last, List<Actor> awake)
    {
        var isStopped = last is null || last.IsStalled || !awake.Contains(last);
        var first = isStopped ? awake.Find(actor => !actor.IsStalled) ?? awake[0] : last!;
        yield return new(first, Fate.GoesOn);
        if (!isStopped && !IsSeen(first.Before!))
            yield break;
        foreach (var other in awake.Where(actor => actor != first && (isStopped ? !actor.IsStalled : MayInterrupt)))
            yield return new(other, Fate.GoesOn);
        if (isStopped && last is not null)
            yield break;
        foreach (var fate in Fates(first.Before!))
            yield return new(first, fate);
    }

    private IEnumerable<Fate> Fates(Operation before)
    {
        if (Deviations >= bounds.Deviations)
            yield break;
        if (before.Acts && _met.GetValueOrDefault(Fate.Dies) < bounds.Deaths)
            yield return Fate.Dies;
        if (_met.GetValueOrDefault(Fate.Stalls) < bounds.Stalls)
            yield return Fate.Stalls;
        if (!before.Saves || _met.GetValueOrDefault(Fate.IsBusy) + _met.GetValueOrDefault(Fate.HearsNothing) >= bounds.Failures)
            yield break;
        yield return Fate.IsBusy;
        yield return Fate.HearsNothing;
    }

    private bool IsSeen(Operation before) => before.Tables.Count == 0 || before.Tables.Any(shared.Contains);

    private bool MayInterrupt => _preemptions < bounds.Preemptions && Deviations < bounds.Deviations;

    private int Deviations => _preemptions + _met.Values.Sum();
}
