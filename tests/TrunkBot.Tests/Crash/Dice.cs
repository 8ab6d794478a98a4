namespace TrunkBot.Tests.Crash;

/// <summary>One source of chance for many hands.</summary>
internal sealed class Dice(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public int Below(int end)
    {
        lock (_gate)
            return _random.Next(end);
    }

    public bool Chance(int percent) => Below(100) < percent;

    public TimeSpan Between(int fromMilliseconds, int toMilliseconds) =>
        TimeSpan.FromMilliseconds(fromMilliseconds + Below(toMilliseconds - fromMilliseconds));
}
