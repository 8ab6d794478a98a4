namespace TrunkBot.Outbox.Pacing;

/// <summary>Keeps all conversations, or all tenants, to their rates, together with all processes.</summary>
/// <param name="paces">Where it is kept how much was sent.</param>
/// <param name="rates">What is kept to.</param>
/// <param name="block">How many places are taken together.</param>
internal sealed class Pacer(IPaces paces, PaceRates rates, int block)
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan s_chance = TimeSpan.FromMilliseconds(250), s_lately = TimeSpan.FromSeconds(30);

    private readonly Recent<Line> _lines = new(s_lately);
    private readonly Answers _answers = new(s_lately);

    /// <summary>Takes a place.</summary>
    /// <returns>Null when it has; else when to ask again. Those who wait are told different times, or all would come back for the same place.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string key, DateTimeOffset now, CancellationToken ct)
    {
        (int Count, DateTimeOffset LastAt) answers;
        lock (_lines)
        {
            var line = Of(key, now);
            if (line.TryUse(now))
                return null;
            // Whatever others do meanwhile, it is not free before.
            if (line.FreeAt > now)
                return line.Promise(rates.Moment.Apart);
            answers = _answers.To(key, now);
        }

        var busy = await TakeBlockAsync(key, answers, now, ct);
        lock (_lines)
        {
            var line = Of(key, now);
            if (busy is { } free)
                return line.PromiseAfter(free, rates.Moment.Apart);
            _answers.Told(key, answers.Count);
            line.Keep(block - 1, now + (rates.Moment.Apart * block));
            return null;
        }
    }

    /// <summary>A place that was taken is not needed.</summary>
    public void GiveBack(string key, DateTimeOffset now)
    {
        lock (_lines)
            Of(key, now).GiveBack();
    }

    /// <summary>Counts what was sent without a place; it is told to the others when this process takes one.</summary>
    public void Count(string key, DateTimeOffset now)
    {
        lock (_lines)
            _answers.Count(key, now);
    }

    /// <summary>Nobody has a place before this time.</summary>
    public async Task HoldAsync(string key, DateTimeOffset until, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = await paces.FindAsync(key, ct);
            var after = (before ?? new Pace { Key = key }).Held(rates, until);
            if (after == before || await paces.TryChangeAsync(before, after, ct))
                return;
        }
    }

    private async Task<DateTimeOffset?> TakeBlockAsync(string key, (int Count, DateTimeOffset LastAt) answers, DateTimeOffset now, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = await paces.FindAsync(key, ct);
            var said = (before ?? new Pace { Key = key }).With(answers.Count, rates, answers.LastAt);
            var after = said.With(block, rates, now);
            if (!rates.Allow(after, now))
                return rates.FreeAt(said, block);
            if (await paces.TryChangeAsync(before, after, ct))
                return null;
        }

        return now + rates.Moment.Apart;
    }

    private Line Of(string key, DateTimeOffset now)
    {
        if (_lines.Find(key, now) is { } known)
            return known;
        var line = new Line();
        _lines.Set(key, line, now);
        return line;
    }

    /// <summary>What this process knows.</summary>
    private sealed class Line
    {
        private int _places;
        private DateTimeOffset _placesUntil;
        private DateTimeOffset _promised;

        public DateTimeOffset FreeAt { get; private set; }

        public bool TryUse(DateTimeOffset now)
        {
            if (_places == 0 || now > _placesUntil)
                return false;
            _places--;
            return true;
        }

        public void Keep(int places, DateTimeOffset until) => (_places, _placesUntil) = (places, until);

        public void GiveBack() => _places++;

        public DateTimeOffset PromiseAfter(DateTimeOffset free, TimeSpan apart)
        {
            FreeAt = free;
            return Promise(apart);
        }

        // A little is left to chance, so that those who wait in several processes do not always ask at the same moment.
        public DateTimeOffset Promise(TimeSpan apart)
        {
            _promised = FreeAt > _promised + apart ? FreeAt : _promised + apart;
            return _promised + ((apart < s_chance ? apart : s_chance) * Random.Shared.NextDouble());
        }
    }
}
