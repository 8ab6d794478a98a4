using System.Diagnostics.Metrics;

namespace TrunkBot.Diagnostics;

/// <summary>What TrunkBot itself measures; the names are what dashboards know.</summary>
internal static class Telemetry
{
    public const string Name = "TrunkBot";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Creates = Meter.CreateCounter<long>(
        "trunkbot.creates", "{create}", "Attempts to create a trunk at VideoSDK, by how they ended.");

    public static void CreateEnded(string outcome) => Creates.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
