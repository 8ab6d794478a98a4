namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// How often the keys are read for names that they lack. A stranger can invent names, so each is looked for once in a while, and all together use
/// up a small stock that fills again by the clock: what was used up delays a real new key by half a minute at most, never by minutes.
/// </summary>
/// <remarks>Every reading fetches all keys, so one that a stranger caused finds the real new key too.</remarks>
internal sealed class KeyBudget(TimeProvider time)
{
    public const int MostAtOnce = 4;
    public const int MostRemembered = 1000;
    private const int LongestName = 200;
    private static readonly TimeSpan s_fillsEvery = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _missing = new(StringComparer.Ordinal);
    private int _left = MostAtOnce;
    private DateTimeOffset _filledAt = time.GetUtcNow();

    public int Remembered => _missing.Count;

    /// <summary>Takes one reading for this name; false when it has to do with the keys that there are.</summary>
    public bool TryTake(string kid)
    {
        var now = time.GetUtcNow();
        Fill(now);
        if (_left == 0 || kid.Length > LongestName || (_missing.TryGetValue(kid, out var until) && now < until))
            return false;
        _left--;
        return true;
    }

    /// <summary>The keys were just read, and this name was not among them.</summary>
    public void Missed(string kid)
    {
        if (_missing.Count >= MostRemembered)
            _missing.Clear();
        if (kid.Length <= LongestName)
            _missing[kid] = time.GetUtcNow() + s_fillsEvery;
    }

    private void Fill(DateTimeOffset now)
    {
        var more = (int)Math.Clamp((now - _filledAt) / s_fillsEvery, 0, MostAtOnce);
        if (more == 0)
            return;
        _left = Math.Min(MostAtOnce, _left + more);
        _filledAt = _left == MostAtOnce ? now : _filledAt + (more * s_fillsEvery);
    }
}
