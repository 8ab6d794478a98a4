using System.Diagnostics.Metrics;

namespace TrunkBot.Diagnostics;

/// <summary>By which name the bot's own measures and spans are known to whoever collects them.</summary>
internal static class Telemetry
{
    public const string Name = "TrunkBot";

    /// <summary>From what is done in memory to what VideoSDK may take.</summary>
    public static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30],
    };
}
