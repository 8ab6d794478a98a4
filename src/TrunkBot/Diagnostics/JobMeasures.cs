using System.Diagnostics.Metrics;

namespace TrunkBot.Diagnostics;

/// <summary>How long stored work takes, by its kind and by how it ended.</summary>
internal sealed class JobMeasures(IMeterFactory meters, TimeProvider clock)
{
    private readonly Histogram<double> _jobs = meters.Create(Telemetry.Name).CreateHistogram(
        "trunkbot.job.duration", "s", "Pieces of stored work that were done, put off or given up.", advice: Telemetry.Seconds);

    public long Begin() => clock.GetTimestamp();

    public void Ended(long began, string kind, string outcome) =>
        _jobs.Record(clock.GetElapsedTime(began).TotalSeconds, new("kind", kind), new("outcome", outcome));
}
