namespace TrunkBot.Sandbox.Faults;

/// <summary>What Teams takes of one bot. Off unless somebody asks for it: then what is too much is refused, with the seconds after which it is not.</summary>
/// <remarks>
/// Source: Teams documentation, "Rate limiting" (8 October 2026). A channel with all its threads is one conversation. The page leaves open whether
/// changes, deletions and refused calls count: here the first two do, as messages, and the last do not.
/// </remarks>
public sealed class Throttle
{
    private static readonly Limit[] Saying = [new(7, 1), new(8, 2), new(60, 30), new(1800, 3600)];
    private static readonly Limit[] Asking = [new(14, 1), new(16, 2), new(120, 30), new(3600, 3600)];
    private static readonly Limit[] WholeTenant = [new(50, 1)];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> taken = [];
    private int refused;

    /// <summary>Whether what is too much is refused.</summary>
    public bool IsStrict { get; set; }

    /// <summary>How many calls were refused.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>Counts a call; or refuses it, and says after which time there is room again.</summary>
    internal TimeSpan? Refuse(string operation, string? conversation, DateTimeOffset now)
    {
        if (!IsStrict)
            return null;
        var (what, limits) = operation is "read" ? ("ask ", Asking) : ("say ", Saying);
        // All of the sandbox is one tenant.
        (string Key, Limit[] Limits)[] counts = conversation is null ? [("", WholeTenant)] : [("", WholeTenant), (what + conversation, limits)];
        lock (gate)
        {
            var wait = counts.Max(count => count.Limits.Max(limit => limit.WaitAfter(Of(count.Key, now), now)));
            if (wait <= TimeSpan.Zero)
                Array.ForEach(counts, count => taken[count.Key].Add(now));
            else
                Interlocked.Increment(ref refused);
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    private List<DateTimeOffset> Of(string key, DateTimeOffset now)
    {
        if (!taken.TryGetValue(key, out var times))
            taken[key] = times = [];
        times.RemoveAll(time => now - time >= TimeSpan.FromHours(1));
        return times;
    }

    private sealed record Limit(int Most, int Seconds)
    {
        // The call that has to be out of the window before there is room in it.
        internal TimeSpan WaitAfter(List<DateTimeOffset> times, DateTimeOffset now) =>
            times.Count < Most ? TimeSpan.Zero : times[^Most] + TimeSpan.FromSeconds(Seconds) - now;
    }
}
