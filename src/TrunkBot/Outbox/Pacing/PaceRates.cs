using TrunkBot.Jobs;

namespace TrunkBot.Outbox.Pacing;

/// <summary>What is kept to: over moments, and over an hour.</summary>
internal sealed record PaceRates(PaceRate Moment, PaceRate Hour)
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    /// <summary>A half at once and the rest spread: so Teams' 7 in a second are also fewer than its 8 in two.</summary>
    public static PaceRates OfConversation(JobOptions options)
    {
        var most = Math.Min(options.NoticesPerSecond, options.NoticesPerHalfMinute);
        return new(
            PaceRate.Of((most + 1) / 2, (options.NoticesPerSecond, s_second), (options.NoticesPerHalfMinute, TimeSpan.FromSeconds(30))),
            PaceRate.Of((options.NoticesPerHour + 1) / 2, (options.NoticesPerHour, TimeSpan.FromHours(1))));
    }

    public static PaceRates OfTenant(JobOptions options) =>
        new(PaceRate.Of(AtOnceInTenant(options), (options.NoticesPerSecondInTenant, s_second)), PaceRate.None);

    /// <summary>Of a tenant's places a process takes several together: it does not ask for each. What it has not used after a moment is lost.</summary>
    public static int BlockOfTenant(JobOptions options) => Math.Max(1, AtOnceInTenant(options) / 3);

    public bool Allow(Pace pace, DateTimeOffset now) => Moment.Allows(pace.SpreadUntil, now) && Hour.Allows(pace.HourSpreadUntil, now);

    /// <summary>When so many more may go.</summary>
    public DateTimeOffset FreeAt(Pace pace, int messages)
    {
        var (moment, hour) = (Moment.FreeAt(pace.SpreadUntil, messages), Hour.FreeAt(pace.HourSpreadUntil, messages));
        return moment > hour ? moment : hour;
    }

    private static int AtOnceInTenant(JobOptions options) => Math.Max(1, options.NoticesPerSecondInTenant / 3);
}
