using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Sandbox.Channel;

/// <summary>A token with which the channel calls the bot. Every part can be changed, to see it refused.</summary>
public sealed record ChannelToken
{
    /// <summary>Claim <c>iss</c>; nothing leaves it out.</summary>
    public string? Issuer { get; init; }

    /// <summary>Claim <c>aud</c>; nothing leaves it out.</summary>
    public string? Audience { get; init; }

    /// <summary>Claim <c>serviceurl</c>; nothing leaves it out.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Claim <c>nbf</c>; nothing leaves it out.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Claim <c>exp</c>; nothing leaves it out.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Further claims; they win over the ones above.</summary>
    public JsonObject? Claims { get; init; }

    /// <summary>Key and algorithm; nothing makes a token with <c>alg: none</c>.</summary>
    public SigningCredentials? Signing { get; init; }

    internal const string ChannelIssuer = "https://api.botframework.com";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    internal static ChannelToken Right(SandboxWorld world, SecurityKey key)
    {
        var now = world.Clock.GetUtcNow();
        return new()
        {
            Issuer = ChannelIssuer,
            Audience = SandboxWorld.AppId,
            ServiceUrl = world.ServiceUrl,
            NotBefore = now,
            Expires = now.AddHours(1),
            Signing = new(key, SecurityAlgorithms.RsaSha256),
        };
    }

    internal string Write() =>
        Signing is null ? Handler.CreateToken(Payload()) : Handler.CreateToken(Payload(), Signing);

    private string Payload()
    {
        var payload = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = NotBefore?.ToUnixTimeSeconds(),
            ["exp"] = Expires?.ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in Claims ?? [])
            payload[name] = value?.DeepClone();
        foreach (var name in payload.Where(claim => claim.Value is null).Select(claim => claim.Key).ToArray())
            payload.Remove(name);
        return payload.ToJsonString();
    }
}
