using System.Diagnostics.Metrics;

namespace TrunkBot.Diagnostics;

/// <summary>How long it takes to save, who lost a race, and how many were saved together.</summary>
internal sealed class CommitMeasures(IMeterFactory meters, TimeProvider clock)
{
    private static readonly InstrumentAdvice<int> s_sizes = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] };

    private readonly Histogram<double> _commits = meters.Create(Telemetry.Name).CreateHistogram(
        "trunkbot.commit.duration", "s", "Saves, until what was saved survives a power cut.", advice: Telemetry.Seconds);

    private readonly Counter<long> _lost = meters.Create(Telemetry.Name).CreateCounter<long>(
        "trunkbot.commit.lost_races", "{commit}", "Saves of which nothing was saved, because somebody else had changed the same rows first.");

    private readonly Histogram<int> _groups = meters.Create(Telemetry.Name).CreateHistogram(
        "trunkbot.commit.group_size", "{commit}", "Saves that reached the disk with one flush, where the back end has one writer.", advice: s_sizes);

    public long Begin() => clock.GetTimestamp();

    /// <param name="began">What <see cref="Begin"/> gave.</param>
    /// <param name="what">The changes of a context, rows (a turn's, a checkpoint's) or one row: a lease.</param>
    /// <param name="outcome">Saved, lost or failed.</param>
    public void Ended(long began, string what, string outcome)
    {
        _commits.Record(clock.GetElapsedTime(began).TotalSeconds, What(what), new("outcome", outcome));
        if (outcome == "lost")
            _lost.Add(1, What(what));
    }

    public void WrittenTogether(int commits) => _groups.Record(commits);

    private static KeyValuePair<string, object?> What(string what) => new("what", what);
}
