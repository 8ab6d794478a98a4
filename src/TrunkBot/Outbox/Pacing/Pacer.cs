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

    /// <summary>Takes a place.</summary>
    /// <param name="key">Where.</param>
    /// <param name="hasWaited">
    /// Whether it was told to come back. It does not wait for answers that came meanwhile: however much is answered, half of the rate is left to notices. Who
    /// comes for the first time waits for those who were told to come back; or nearly all of them would be overtaken, and ask again in vain.
    /// </param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Asks it to end.</param>
    /// <returns>Null when it has; else when to ask again. Those who wait are told different times, or all would come back for the same place.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string key, bool hasWaited, DateTimeOffset now, CancellationToken ct)
    {
        Answered answered;
        lock (_lines)
        {
            var line = Of(key, now);
            if (!hasWaited && line.IsPromised(now, rates.Moment.Apart))
                return line.Promise(rates.Moment.Apart);
            if (line.TryUse(now))
                return null;
            // Whatever others do meanwhile, it is not free before.
            if (line.FreeAt > now)
                return line.Promise(rates.Moment.Apart);
            answered = _answers.To(key);
        }

        var (taken, freeAt) = await TakeBlockAsync(key, answered, hasWaited, now, ct);
        lock (_lines)
        {
            var line = Of(key, now);
            if (taken is null)
                return line.PromiseAfter(freeAt, rates.Moment.Apart);
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

        public DateTimeOffset FreeAt { get; private set; }

        /// <summary>Whether all that is free until then belongs to those who were told to come back.</summary>
        public bool IsPromised(DateTimeOffset now, TimeSpan apart) => _promised + apart > now;

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
