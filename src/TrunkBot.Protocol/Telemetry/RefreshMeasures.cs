using System.Diagnostics.Metrics;

namespace TrunkBot.Protocol.Telemetry;

/// <summary>How often what proves the two sides to each other was fetched anew: the bot's token, the channel's keys.</summary>
internal sealed class RefreshMeasures(IMeterFactory meters)
{
    private readonly Counter<long> _tokens = meters.Create(ProtocolTelemetry.Name).CreateCounter<long>(
        "trunkbot.token.refreshes", "{refresh}", "Times that the bot asked Microsoft Entra for its token.");

    private readonly Counter<long> _keys = meters.Create(ProtocolTelemetry.Name).CreateCounter<long>(
        "trunkbot.signing_keys.refreshes", "{refresh}", "Times that the channel's signing keys were read.");

    public void TokenFetched(bool succeeded) => _tokens.Add(1, Outcome(succeeded));

    public void KeysRead(bool succeeded) => _keys.Add(1, Outcome(succeeded));

    private static KeyValuePair<string, object?> Outcome(bool succeeded) => new("outcome", succeeded ? "succeeded" : "failed");
}
