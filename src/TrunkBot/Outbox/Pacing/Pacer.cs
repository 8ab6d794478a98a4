namespace TrunkBot.Outbox.Pacing;

/// <summary>Keeps all conversations, or all tenants, to their rates, together with all processes.</summary>
/// <param name="paces">Where it is kept how much was sent.</param>
/// <param name="rates">What is kept to.</param>
/// <param name="block">How many places are taken together.</param>
internal sealed class Pacer(IPaces paces, PaceRates rates, int block)
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan s_chance = TimeSpan.FromMilliseconds(250);

    private readonly Recent<Line> _lines = new(TimeSpan.FromSeconds(30));
    private readonly Answers _answers = new(rates, block);

    /// <summary>Lines up where, as far as this process knows by itself, nothing is free.</summary>
    /// <param name="key">Where.</param>
    /// <param name="hasWaited">
    /// Whether it was told to come back. It does not wait for answers that came meanwhile: however much is answered, half of the rate is left to notices. Who
    /// comes for the first time waits for those who were told to come back; or nearly all of them would be overtaken, and ask again in vain.
    /// </param>
    /// <param name="now">The time.</param>
    /// <returns>Null when it may be free; else when to ask again. Those who wait are told different times, or all would come back for the same place.</returns>
    public DateTimeOffset? LineUp(string key, bool hasWaited, DateTimeOffset now)
    {
        lock (_lines)
            return Of(key, now).LineUp(hasWaited, rates.Moment.Apart, now);
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Null when it has; else when to ask again: see <see cref="LineUp"/>.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string key, bool hasWaited, DateTimeOffset now, CancellationToken ct)
    {
        Answered answered;
        lock (_lines)
        {
            var line = Of(key, now);
            if (line.LineUp(hasWaited, rates.Moment.Apart, now) is { } later)
                return later;
            if (line.TryUse(now))
                return null;
            answered = _answers.To(key);
        }

        var (taken, freeAt) = await TakeBlockAsync(key, answered, hasWaited, now, ct);
        lock (_lines)
        {
            var line = Of(key, now);
            if (taken is null)
                return line.Refused(hasWaited, freeAt, rates.Moment.Apart);
            _answers.Told(answered, taken, now);
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

    private async Task<(Pace? Taken, DateTimeOffset FreeAt)> TakeBlockAsync(string key, Answered answered, bool hasWaited, DateTimeOffset now, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = await paces.FindAsync(key, ct);
            var sent = before ?? new Pace { Key = key };
            var all = answered.On(sent, rates, now);
            var counts = hasWaited ? sent : all;
            if (!rates.Allow(counts.With(block, rates, now), now))
                return (null, rates.FreeAt(counts, block));
            var after = all.With(block, rates, now);
            if (await paces.TryChangeAsync(before, after, ct))
                return (after, now);
        }

        return (null, now + rates.Moment.Apart);
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

        // For those who were told to come back, and for those who come for the first time and wait for answers too.
        private DateTimeOffset _free, _freeForNew;

        /// <summary>When to come back; null when it may be free.</summary>
        public DateTimeOffset? LineUp(bool hasWaited, TimeSpan apart, DateTimeOffset now)
        {
            if (!hasWaited && _promised + apart > now)
                return Promise(_freeForNew, apart);
            var free = hasWaited ? _free : _freeForNew;
            // Whatever others do meanwhile, it is not free before.
            return !HasPlaces(now) && free > now ? Promise(free, apart) : null;
        }

        public bool TryUse(DateTimeOffset now)
        {
            if (!HasPlaces(now))
                return false;
            _places--;
            return true;
        }

        public void Keep(int places, DateTimeOffset until) => (_places, _placesUntil) = (places, until);

        public void GiveBack() => _places++;

        public DateTimeOffset Refused(bool hasWaited, DateTimeOffset free, TimeSpan apart)
        {
            _freeForNew = free;
            if (hasWaited)
                _free = free;
            return Promise(free, apart);
        }

        private bool HasPlaces(DateTimeOffset now) => _places > 0 && now <= _placesUntil;

        // A little is left to chance, so that those who wait in several processes do not always ask at the same moment.
        private DateTimeOffset Promise(DateTimeOffset free, TimeSpan apart)
        {
            _promised = free > _promised + apart ? free : _promised + apart;
            return _promised + ((apart < s_chance ? apart : s_chance) * Random.Shared.NextDouble());
        }
    }
}
