using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>One key of the channel. Writes tokens byte by byte, wrong ones too, which no library would write.</summary>
internal sealed class ChannelSigner(string kid, params string[] endorsements)
{
    public RSA Key { get; init; } = RSA.Create(2048);

    public string Kid => kid;

    public JsonObject PublicKey()
    {
        var parameters = Key.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]),
        };
    }

    public JsonObject Header() => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = kid };

    public string Sign(JsonObject header, JsonObject payload) =>
        Sign(header, payload, bytes => Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public string Sign(JsonObject payload) => Sign(Header(), payload);

    public static string Sign(JsonObject header, JsonObject payload, Func<byte[], byte[]> signature)
    {
        var text = $"{Part(header)}.{Part(payload)}";
        return $"{text}.{Base64UrlEncoder.Encode(signature(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Part(JsonObject part) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(part));
}
