using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Load.Channel;

/// <summary>The key with which the channel proves itself to the bot.</summary>
internal sealed class SigningKey : IDisposable
{
    private const string KeyId = "load-1";
    private readonly RSA _rsa = RSA.Create(2048);

    /// <summary>A token for a service address, good for longer than any run.</summary>
    public string TokenFor(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Identity.TokenIssuer,
            Audience = Identity.AppId,
            NotBefore = now,
            Expires = now.AddDays(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What the channel publishes of it.</summary>
    public string Published()
    {
        var numbers = _rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray(Identity.ChannelId),
        };
        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }

    public void Dispose() => _rsa.Dispose();
}
