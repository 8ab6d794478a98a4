using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TrunkBot.Protocol.Telemetry;

/// <summary>How long turns take and how they end.</summary>
internal sealed class TurnMeasures(IMeterFactory meters)
{
    private readonly Histogram<double> _turns = meters.Create(ProtocolTelemetry.Name).CreateHistogram(
        "trunkbot.turn.duration", "s", "What came from a channel, until it was stored and its answers were sent.", advice: ProtocolTelemetry.Seconds);

    public void Ended(RunningTurn turn)
    {
        if (!_turns.Enabled)
            return;
        var tags = new TagList { { "activity.type", turn.Type }, { "operation", turn.Operation ?? "none" }, { "outcome", turn.Outcome } };
        if (turn.Error is { } error)
            tags.Add("error.type", error);
        _turns.Record(turn.Elapsed.TotalSeconds, tags);
    }
}
