using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Sandbox.Channel;

/// <summary>The channel's signing keys and what it publishes of them.</summary>
internal sealed class ChannelKeys : IDisposable
{
    private const int Published = 5;

    // The first key of every sandbox in a process is the same: to make it takes as long as to start one.
    private static readonly RSA FirstKey = RSA.Create(2048);

    private readonly Lock gate = new();
    private readonly List<(RSA Rsa, string KeyId, string[] Endorsements)> keys = [];
    private readonly List<RSA> retired = [];

    internal ChannelKeys() => Add(SandboxChannel.Endorsements);

    internal RsaSecurityKey Current
    {
        get
        {
            lock (gate)
                return new RsaSecurityKey(keys[^1].Rsa) { KeyId = keys[^1].KeyId };
        }
    }

    internal void Add(IEnumerable<string> endorsements)
    {
        lock (gate)
        {
            keys.Add((keys.Count == 0 ? FirstKey : RSA.Create(2048), "channel-" + RandomNumberGenerator.GetHexString(12, lowercase: true), [.. endorsements]));
            if (keys.Count <= Published)
                return;
            retired.Add(keys[0].Rsa);
            keys.RemoveAt(0);
        }
    }

    internal JsonObject Publish()
    {
        lock (gate)
            return new() { ["keys"] = new JsonArray([.. keys.Select(key => Describe(key.Rsa, key.KeyId, key.Endorsements))]) };
    }

    public void Dispose()
    {
        foreach (var rsa in keys.Select(key => key.Rsa).Concat(retired).Where(rsa => rsa != FirstKey))
            rsa.Dispose();
    }

    private static JsonObject Describe(RSA rsa, string keyId, string[] endorsements)
    {
        var numbers = rsa.ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (endorsements.Length > 0)
            key["endorsements"] = new JsonArray([.. endorsements.Select(one => JsonValue.Create(one))]);
        return key;
    }
}
