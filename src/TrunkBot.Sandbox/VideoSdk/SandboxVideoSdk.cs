using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>Plays VideoSDK's SIP-trunk API.</summary>
public sealed class SandboxVideoSdk
{
    private const int MostTrunks = 5000;
    private const string IdCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private readonly Lock gate = new();
    private readonly Dictionary<string, SandboxTrunk> trunks = [];
    private readonly List<string> order = [];

    /// <summary>The account's API key, new on each start.</summary>
    public string ApiKey { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The account's secret, new on each start.</summary>
    public string Secret { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>How the next calls go wrong.</summary>
    public FaultQueue Faults { get; } = new("POST",
        "latency", "status", "drop-before", "drop-after", "garbage", "no-trunk-id", "redirect", "hang");

    /// <summary>Every call that was seen, in order.</summary>
    public SandboxLog<VideoSdkRequest> Requests { get; } = new();

    /// <summary>Every trunk that exists, in order.</summary>
    public IReadOnlyList<SandboxTrunk> Trunks
    {
        get
        {
            lock (gate)
                return [.. order.Select(id => trunks[id])];
        }
    }

    /// <summary>The next trunk's id, where it matters what it looks like; ids are random otherwise.</summary>
    public string? NextTrunkId { get; set; }

    /// <summary>Forgets calls, trunks and faults.</summary>
    public void Reset()
    {
        Faults.Clear();
        Requests.Clear();
        lock (gate)
        {
            trunks.Clear();
            order.Clear();
        }
    }

    /// <summary>Creates a trunk, unless the account is full.</summary>
    internal SandboxTrunk? Create(JsonObject body)
    {
        lock (gate)
        {
            if (order.Count == MostTrunks)
                return null;
            var trunk = SandboxTrunk.From(NextTrunkId ?? RandomNumberGenerator.GetString(IdCharacters, 21), body);
            NextTrunkId = null;
            trunks.Add(trunk.TrunkId, trunk);
            order.Add(trunk.TrunkId);
            return trunk;
        }
    }

    internal SandboxTrunk? Find(string trunkId)
    {
        lock (gate)
            return trunks.GetValueOrDefault(trunkId);
    }

    internal SandboxTrunk? Replace(string trunkId, JsonObject body)
    {
        lock (gate)
            return trunks.ContainsKey(trunkId) ? trunks[trunkId] = SandboxTrunk.From(trunkId, body) : null;
    }
}
