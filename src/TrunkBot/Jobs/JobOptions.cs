using System.ComponentModel.DataAnnotations;

namespace TrunkBot.Jobs;

/// <summary>Section <c>Jobs</c>: how stored work is done.</summary>
internal sealed class JobOptions
{
    /// <summary>How many jobs this process does at once; 0 leaves all work to other processes. 0 to 64, default 4.</summary>
    [Range(0, 64)]
    public int Workers { get; init; } = 4;

    /// <summary>How long a job is one worker's alone; longer than <c>VideoSdk:Timeout</c>. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often to look for work that nobody announced. Default 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait before the second attempt; doubles with each, plus jitter. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan FirstRetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between attempts. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so many failed attempts a job is parked. 1 to 1000, default 20.</summary>
    [Range(1, 1000)]
    public int MostAttempts { get; init; } = 20;

    /// <summary>
    /// Most notices that all processes together send to one conversation in a second; a half of them can go at once, the rest waits. 1 to 1000, default 7:
    /// Teams takes 7 in a second and 8 in two (Teams documentation, "Rate limiting", 8 October 2026). Answers go at once; notices make room for them.
    /// What Teams refuses all the same is sent again when it says, and until then no process sends there.
    /// </summary>
    [Range(1, 1000)]
    public int NoticesPerSecond { get; init; } = 7;

    /// <summary>The same in half a minute. 1 to 30000, default 56: Teams takes 60 (same source), and a few of them are left for answers.</summary>
    [Range(1, 30_000)]
    public int NoticesPerHalfMinute { get; init; } = 56;

    /// <summary>The same in an hour. 1 to 1000000, default 1750: Teams takes 1,800 (same source).</summary>
    [Range(1, 1_000_000)]
    public int NoticesPerHour { get; init; } = 1750;

    /// <summary>
    /// Most notices that all processes together send in a second to all conversations of a tenant. 1 to 10000, default 45: Teams takes 50 requests of any
    /// kind in a second, of an app in a tenant (same source).
    /// </summary>
    [Range(1, 10_000)]
    public int NoticesPerSecondInTenant { get; init; } = 45;

    /// <summary>How long a process that is asked to end may take to finish what it has in hand; longer than <c>VideoSdk:Timeout</c>. Default 45 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long the marks of finished jobs are kept. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan KeepFinished { get; init; } = TimeSpan.FromDays(1);
}
