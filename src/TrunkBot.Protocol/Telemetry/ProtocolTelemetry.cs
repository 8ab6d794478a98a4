using System.Diagnostics.Metrics;

namespace TrunkBot.Protocol.Telemetry;

/// <summary>What the library says of itself to whoever listens: OpenTelemetry, <c>dotnet-counters</c>.</summary>
public static class ProtocolTelemetry
{
    /// <summary>The name of its meter and of its source of spans.</summary>
    public const string Name = "TrunkBot.Protocol";

    // From what a turn costs in memory to what the channel waits for: it hangs up after about 15 seconds.
    internal static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30],
    };
}
