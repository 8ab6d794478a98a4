using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>Checks VideoSDK's own token: HS256 with the account's secret, and the claims of a server's token.</summary>
internal sealed class VideoSdkTokenCheck(SandboxVideoSdk api, SandboxWorld world)
{
    private readonly JsonWebTokenHandler handler = new();

    /// <summary>What is wrong with the header, or nothing.</summary>
    internal async Task<string?> ObjectionAsync(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return "Authorization header is missing";
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : header;
        var result = await handler.ValidateTokenAsync(token, Rules());
        return result is { IsValid: true, SecurityToken: JsonWebToken read } ? ClaimObjection(read) : "Token is invalid or expired";
    }

    private TokenValidationParameters Rules() => new()
    {
        IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(api.Secret)),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ValidateIssuer = false,
        ValidateAudience = false,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => Lifetimes.Holds(notBefore, expires, world.Clock),
    };

    private string? ClaimObjection(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<string>("apikey", out var apiKey) || apiKey != api.ApiKey)
            return "apikey is invalid";
        if (!token.TryGetPayloadValue<long>("version", out var version) || version != 2)
            return "Token version must be 2";
        if (!Holds(token, "permissions", "allow_join"))
            return "Token lacks the permission allow_join";
        return Holds(token, "roles", "crawler") ? null : "Token lacks the role crawler";
    }

    private static bool Holds(JsonWebToken token, string claim, string value) =>
        token.TryGetPayloadValue<JsonElement>(claim, out var list) && list.ValueKind == JsonValueKind.Array &&
        list.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(value));
}
