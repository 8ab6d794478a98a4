using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Protocol.Authentication;

/// <summary>A key that the channel signs with, and the channels it may speak for.</summary>
internal sealed record ChannelKey(RsaSecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>The channel's published keys, by <c>kid</c>.</summary>
internal sealed class ChannelKeySet(FrozenDictionary<string, ChannelKey> keys, DateTimeOffset loadedAt)
{
    private const int SmallestKey = 2048;

    public DateTimeOffset LoadedAt { get; } = loadedAt;

    public int Count => keys.Count;

    public ChannelKey? Find(string kid) => keys.GetValueOrDefault(kid);

    /// <summary>The usable keys of a JSON Web Key Set; anything but an RSA signing key of a decent size is left out.</summary>
    public static ChannelKeySet Read(string json, DateTimeOffset loadedAt)
    {
        var keys = new Dictionary<string, ChannelKey>(StringComparer.Ordinal);
        foreach (var key in JsonWebKeySet.Create(json).Keys)
        {
            if (IsForSigning(key) && RsaKeyOf(key) is { } rsa)
                keys.TryAdd(key.Kid, new ChannelKey(rsa, EndorsementsOf(key)));
        }

        return new ChannelKeySet(keys.ToFrozenDictionary(StringComparer.Ordinal), loadedAt);
    }

    private static bool IsForSigning(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, N.Length: > 0, E.Length: > 0 }
        && key.Use is null or "" or JsonWebKeyUseNames.Sig;

    private static RsaSecurityKey? RsaKeyOf(JsonWebKey key)
    {
        try
        {
            var rsa = new RsaSecurityKey(new RSAParameters
            {
                Modulus = Base64UrlEncoder.DecodeBytes(key.N),
                Exponent = Base64UrlEncoder.DecodeBytes(key.E),
            })
            { KeyId = key.Kid };
            return rsa.KeySize >= SmallestKey ? rsa : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Not a standard member of a key: GetSigningKeys() of the library would drop it.
    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
}
