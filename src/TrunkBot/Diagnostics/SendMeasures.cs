using System.Diagnostics.Metrics;

namespace TrunkBot.Diagnostics;

/// <summary>What became of messages, whatever the single calls to the channel have brought.</summary>
internal sealed class SendMeasures(IMeterFactory meters)
{
    private readonly Counter<long> _sends = meters.Create(Telemetry.Name).CreateCounter<long>(
        "trunkbot.sends", "{message}", "Messages by what became of them; held: the bot's own pace, so that the channel need not refuse it.");

    public void Ended(string what, string outcome) => _sends.Add(1, new("what", what), new("outcome", outcome));
}
