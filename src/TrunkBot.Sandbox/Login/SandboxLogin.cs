using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Login;

/// <summary>Plays the login endpoint: issues the tokens with which the bot calls the channel.</summary>
public sealed class SandboxLogin
{
    internal const string Resource = "https://api.botframework.com";
    internal const int Seconds = 3599;

    // One for a process: to make it takes as long as to start a sandbox.
    private static readonly RSA ProcessKey = RSA.Create(2048);

    private readonly RsaSecurityKey key;
    private readonly SandboxWorld world;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    internal SandboxLogin(SandboxWorld world)
    {
        this.world = world;
        key = new RsaSecurityKey(ProcessKey) { KeyId = "login-" + RandomNumberGenerator.GetHexString(12, lowercase: true) };
    }

    /// <summary>How the next requests go wrong.</summary>
    public FaultQueue Faults { get; } = new("POST", "status");

    /// <summary>Every request for a token.</summary>
    public SandboxLog<LoginRequest> Requests { get; } = new();

    internal SecurityKey Key => key;

    internal JsonWebKey PublicKey =>
        JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(ProcessKey.ExportParameters(false)) { KeyId = key.KeyId });

    /// <summary>A token as the endpoint hands it out.</summary>
    internal string Issue(string clientId)
    {
        var now = world.Clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = $"https://sts.windows.net/{SandboxWorld.TenantId}/",
            Audience = Resource,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddSeconds(Seconds),
            Claims = new Dictionary<string, object> { ["appid"] = clientId, ["tid"] = SandboxWorld.TenantId, ["ver"] = "1.0" },
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>Whether an Authorization header carries a token of ours that still holds.</summary>
    internal async Task<bool> IsOursAsync(string? header)
    {
        if (header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) != true)
            return false;
        var result = await handler.ValidateTokenAsync(header[7..], new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = $"https://sts.windows.net/{SandboxWorld.TenantId}/",
            ValidAudience = Resource,
            LifetimeValidator = (notBefore, expires, _, _) => Lifetimes.Holds(notBefore, expires, world.Clock),
        });
        return result.IsValid;
    }

    /// <summary>The claims of a token of ours for one of these audiences; null for any other, and for one that has ended.</summary>
    internal async Task<IDictionary<string, object>?> ReadAsync(string? token, string[] issuers, string[] audiences)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuers = issuers,
            ValidAudiences = audiences,
            LifetimeValidator = (notBefore, expires, _, _) => Lifetimes.Holds(notBefore, expires, world.Clock),
        });
        return result.IsValid ? result.Claims : null;
    }
}
