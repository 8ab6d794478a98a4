using System.Diagnostics.Metrics;
using TrunkBot.Protocol.Connector;

namespace TrunkBot.Protocol.Telemetry;

/// <summary>How long the connector takes for what is sent to it, and what becomes of it; each try counts.</summary>
internal sealed class CallMeasures(IMeterFactory meters, TimeProvider time)
{
    private readonly Histogram<double> _calls = meters.Create(ProtocolTelemetry.Name).CreateHistogram(
        "trunkbot.connector.duration", "s", "Calls to the channel's connector: messages, changes of them, and questions.", advice: ProtocolTelemetry.Seconds);

    public long Begin() => _calls.Enabled ? time.GetTimestamp() : 0;

    /// <param name="began">What <see cref="Begin"/> gave.</param>
    /// <param name="method">Tells what was done.</param>
    /// <param name="failure">Null when the connector took it.</param>
    public void Ended(long began, HttpMethod method, ConnectorException? failure)
    {
        if (began != 0)
            _calls.Record(
                time.GetElapsedTime(began).TotalSeconds,
                new KeyValuePair<string, object?>("operation", OperationOf(method)),
                new KeyValuePair<string, object?>("outcome", OutcomeOf(failure)));
    }

    public static string OperationOf(HttpMethod method) => method.Method switch
    {
        "POST" => "send",
        "PUT" => "update",
        "DELETE" => "delete",
        _ => "ask",
    };

    public static string OutcomeOf(ConnectorException? failure) => failure switch
    {
        null => "taken",
        { Status: 429 } => "throttled",
        { Outcome: ConnectorOutcome.Unknown } => "unknown",
        { Status: null } => "unreachable",
        _ => "refused",
    };
}
