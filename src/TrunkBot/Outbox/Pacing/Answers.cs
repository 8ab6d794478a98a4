namespace TrunkBot.Outbox.Pacing;

/// <summary>How far the answers that went to each place push its pace and are not counted by all yet, in a table that never grows: for nearly all of them nobody ever asks.</summary>
/// <remarks>
/// Not for several at once. Places that fall on the same entry are counted together: that is rare, and makes a notice wait for an answer that went elsewhere.
/// </remarks>
internal sealed class Answers(PaceRates rates)
{
    private readonly Answered[] _entries = new Answered[1 << 16];

    public Answered To(string place) => Entry(place);

    public void Count(string place, DateTimeOffset now)
    {
        ref var entry = ref Entry(place);
        entry = new(entry.Moment.OneMore(rates.Moment, now), entry.Hour.OneMore(rates.Hour, now));
    }

    /// <summary>These are counted by all now; what was answered since then is not.</summary>
    public void Told(Answered counted, Pace pace)
    {
        ref var entry = ref Entry(pace.Key);
        entry = new(entry.Moment.Without(counted.Moment, pace.SpreadUntil), entry.Hour.Without(counted.Hour, pace.HourSpreadUntil));
    }

    private ref Answered Entry(string place) => ref _entries[(ushort)place.GetHashCode(StringComparison.Ordinal)];
}

/// <summary>The answers to one place, as <see cref="PaceRates"/> spreads them.</summary>
internal readonly record struct Answered(AnsweredUntil Moment, AnsweredUntil Hour)
{
    public Pace On(Pace pace, DateTimeOffset now) => pace with
    {
        SpreadUntil = Moment.After(pace.SpreadUntil, now),
        HourSpreadUntil = Hour.After(pace.HourSpreadUntil, now),
    };
}

/// <param name="Known">Until when all that was sent lasts, as far as this process has asked.</param>
/// <param name="Until">The same with its answers since then.</param>
internal readonly record struct AnsweredUntil(DateTimeOffset Known, DateTimeOffset Until)
{
    // A place takes twice what notices use at once. Who answers more hears so from the channel, and notices do not wait for it.
    public AnsweredUntil OneMore(PaceRate rate, DateTimeOffset now)
    {
        var (after, full) = (rate.After(Until, now, 1), rate.After(now, now, 2 * rate.AtOnce));
        return this with { Until = after < full ? after : Later(Until, full) };
    }

    public DateTimeOffset After(DateTimeOffset spread, DateTimeOffset now) =>
        Until - Later(Known, now) is var ahead && ahead > TimeSpan.Zero ? Later(spread, now) + ahead : spread;

    public AnsweredUntil Without(AnsweredUntil counted, DateTimeOffset spread) => new(spread, Until > counted.Until ? spread + (Until - counted.Until) : spread);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
