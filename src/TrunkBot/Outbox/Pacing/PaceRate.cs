namespace TrunkBot.Outbox.Pacing;

/// <summary>
/// How fast messages may follow each other: so many at once, then one after each pause. All that was sent, spread evenly, lasts until a time; whoever
/// would push it too far ahead has to wait.
/// </summary>
/// <remarks>The generic cell rate algorithm (ITU-T I.371): one time says what would otherwise need a list of all that was sent.</remarks>
/// <param name="AtOnce">How many may go at the same moment.</param>
/// <param name="Apart">The pause after each of the others.</param>
internal sealed record PaceRate(int AtOnce, TimeSpan Apart)
{
    /// <summary>As fast as one likes.</summary>
    public static PaceRate None { get; } = new(1, TimeSpan.Zero);

    /// <summary>The fastest with which no window of these lengths holds more than this.</summary>
    public static PaceRate Of(int atOnce, params ReadOnlySpan<(int Most, TimeSpan Within)> limits)
    {
        var apart = TimeSpan.Zero;
        foreach (var (most, within) in limits)
            apart = TimeSpan.FromTicks(Math.Max(apart.Ticks, within.Ticks / (most - atOnce + 1)));
        // Times are stored in whole milliseconds.
        return new PaceRate(atOnce, TimeSpan.FromMilliseconds(Math.Ceiling(apart.TotalMilliseconds)));
    }

    /// <summary>Until when it lasts with so many more.</summary>
    public DateTimeOffset After(DateTimeOffset until, DateTimeOffset now, int messages) => (until > now ? until : now) + (Apart * messages);

    /// <summary>Whether it may last until then.</summary>
    public bool Allows(DateTimeOffset until, DateTimeOffset now) => until <= now + (Apart * AtOnce);

    /// <summary>When so many more may go.</summary>
    public DateTimeOffset FreeAt(DateTimeOffset until, int messages) => until + (Apart * (messages - AtOnce));

    /// <summary>Until when it has to last so that the next may go at this time.</summary>
    public DateTimeOffset FullUntil(DateTimeOffset free) => free + (Apart * (AtOnce - 1));
}
