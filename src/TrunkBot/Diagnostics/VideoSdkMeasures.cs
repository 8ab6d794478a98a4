using System.Diagnostics.Metrics;
using System.Text.Json;

namespace TrunkBot.Diagnostics;

/// <summary>What VideoSDK was asked, how long it took, and how it ended.</summary>
internal sealed class VideoSdkMeasures(IMeterFactory meters, TimeProvider clock)
{
    private readonly Counter<long> _creates = meters.Create(Telemetry.Name).CreateCounter<long>(
        "trunkbot.creates", "{create}", "Attempts to create a trunk at VideoSDK, by how they ended.");

    private readonly Histogram<double> _calls = meters.Create(Telemetry.Name).CreateHistogram(
        "trunkbot.videosdk.duration", "s", "Calls to VideoSDK; one that is repeated counts once.", advice: Telemetry.Seconds);

    /// <summary>What an outcome is called in measures and traces.</summary>
    public static string NameOf(object outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.GetType().Name);

    /// <param name="began">A timestamp of the clock.</param>
    /// <param name="outcome">One of the closed set of outcomes: its type is what is counted.</param>
    public void CreateEnded(long began, object outcome)
    {
        _creates.Add(1, Outcome(outcome));
        CallEnded(began, "create", outcome);
    }

    public void CallEnded(long began, string operation, object outcome) => _calls.Record(
        clock.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("operation", operation), Outcome(outcome));

    private static KeyValuePair<string, object?> Outcome(object outcome) => new("outcome", NameOf(outcome));
}
