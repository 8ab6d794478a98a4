namespace TrunkBot.Outbox.Pacing;

/// <summary>The answers to each place that are not counted by all yet, in a table that never grows: for nearly all of them nobody ever asks.</summary>
/// <remarks>
/// Not for several at once. Places that fall on the same entry are counted together: that is rare, and makes a notice wait for an answer that went elsewhere.
/// </remarks>
/// <param name="rates">What is kept to.</param>
/// <param name="block">How many places are taken together.</param>
internal sealed class Answers(PaceRates rates, int block)
{
    private readonly Answered[] _entries = new Answered[1 << 16];

    public Answered To(string place) => Entry(place);

    public void Count(string place, DateTimeOffset now)
    {
        ref var entry = ref Entry(place);
        entry = new(entry.Moment.OneMore(rates.Moment, block, now), entry.Hour.OneMore(rates.Hour, block, now));
    }

    /// <summary>These are counted by all now; what was answered since then is not.</summary>
    public void Told(Answered counted, Pace pace, DateTimeOffset now)
    {
        ref var entry = ref Entry(pace.Key);
        entry = new(entry.Moment.Since(counted.Moment, pace.SpreadUntil, now), entry.Hour.Since(counted.Hour, pace.HourSpreadUntil, now));
    }

    private ref Answered Entry(string place) => ref _entries[(ushort)place.GetHashCode(StringComparison.Ordinal)];
}

/// <summary>The answers to one place, over moments and over an hour.</summary>
internal readonly record struct Answered(AnsweredUntil Moment, AnsweredUntil Hour)
{
    public Pace On(Pace pace, PaceRates rates, DateTimeOffset now) => pace with
    {
        SpreadUntil = Moment.On(pace.SpreadUntil, rates.Moment, now),
        HourSpreadUntil = Hour.On(pace.HourSpreadUntil, rates.Hour, now),
    };
}

/// <summary>Answers run off as time goes by, as all that was sent does, and they fill a place at most: who answers more hears so from the channel, and notices do not wait for it.</summary>
/// <param name="Known">Until when all that was sent lasts, as far as this process has asked.</param>
/// <param name="Until">The same with its answers since then.</param>
internal readonly record struct AnsweredUntil(DateTimeOffset Known, DateTimeOffset Until)
{
    // Where notices have filled a place, as many more as they take at a time are kept until they have run off.
    public AnsweredUntil OneMore(PaceRate rate, int block, DateTimeOffset now) => this with { Until = Fill(Until, rate.After(Until, now, 1), rate.After(now, now, rate.AtOnce + block)) };

    public DateTimeOffset On(DateTimeOffset spread, PaceRate rate, DateTimeOffset now) =>
        Ahead(Known, now) is var ahead && ahead > TimeSpan.Zero ? Fill(spread, Later(spread, now) + ahead, rate.After(now, now, rate.AtOnce)) : spread;

    public AnsweredUntil Since(AnsweredUntil counted, DateTimeOffset spread, DateTimeOffset now) =>
        new(spread, Ahead(counted.Until, now) is var ahead && ahead > TimeSpan.Zero ? spread + ahead : spread);

    private static DateTimeOffset Fill(DateTimeOffset before, DateTimeOffset after, DateTimeOffset full) => after < full ? after : Later(before, full);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private TimeSpan Ahead(DateTimeOffset of, DateTimeOffset now) => Until - Later(of, now);
}
