using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Sandbox.SignIn;

/// <summary>A token of Entra about a person, for the bot. Every part can be changed, to see it refused.</summary>
public sealed record UserToken
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Claim <c>iss</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Claim <c>aud</c>.</summary>
    public string? Audience { get; init; }

    /// <summary>Claim <c>tid</c>: the person's tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Claim <c>oid</c>: the person.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Claim <c>scp</c>.</summary>
    public string? Scope { get; init; } = "access_as_user";

    /// <summary>Claim <c>ver</c>: <c>2.0</c>, or <c>1.0</c>.</summary>
    public string? Version { get; init; } = "2.0";

    /// <summary>Claim <c>roles</c>; none leaves it out, as Entra does.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Claims <c>iat</c> and <c>nbf</c>.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Claim <c>exp</c>.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>Key and algorithm; nothing makes a token with <c>alg: none</c>.</summary>
    public SigningCredentials? Signing { get; init; }

    internal string Write() => Signing is null ? Handler.CreateToken(Payload()) : Handler.CreateToken(Payload(), Signing);

    private string Payload()
    {
        var payload = new JsonObject
        {
            ["aud"] = Audience,
            ["iss"] = Issuer,
            ["iat"] = IssuedAt.ToUnixTimeSeconds(),
            ["nbf"] = IssuedAt.ToUnixTimeSeconds(),
            ["exp"] = Expires.ToUnixTimeSeconds(),
            ["oid"] = ObjectId,
            ["tid"] = TenantId,
            ["scp"] = Scope,
            ["ver"] = Version,
            ["azp"] = "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
        };
        if (Roles.Count > 0)
            payload["roles"] = new JsonArray([.. Roles.Select(role => JsonValue.Create(role))]);
        foreach (var name in payload.Where(claim => claim.Value is null).Select(claim => claim.Key).ToArray())
            payload.Remove(name);
        return payload.ToJsonString();
    }
}
