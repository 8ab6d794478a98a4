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

    // A managed identity's token is good for a day.
    internal const int IdentitySeconds = 86_399;

    // One for a process: to make it takes as long as to start a sandbox.
    private static readonly RSA ProcessKey = RSA.Create(2048);

    private readonly RsaSecurityKey key;
    private readonly SandboxWorld world;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    internal SandboxLogin(SandboxWorld world)
    {
        this.world = world;
        key = new RsaSecurityKey(ProcessKey) { KeyId = "login-" + RandomNumberGenerator.GetHexString(12, lowercase: true) };
        Assertions = new ClientAssertions(world, key);
    }

    /// <summary>How the next requests go wrong.</summary>
    public FaultQueue Faults { get; } = new("POST", "status");

    /// <summary>Every request for a token.</summary>
    public SandboxLog<LoginRequest> Requests { get; } = new();

    /// <summary>What the bot may show instead of its secret.</summary>
    public ClientAssertions Assertions { get; }

    internal SecurityKey Key => key;

    internal JsonWebKey PublicKey =>
        JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(ProcessKey.ExportParameters(false)) { KeyId = key.KeyId });

    /// <summary>A token for the bot, as the endpoint hands it out.</summary>
    internal string Issue(string clientId, string audience = Resource, int seconds = Seconds) => Issue(
        $"https://sts.windows.net/{SandboxWorld.TenantId}/", audience, seconds, new() { ["appid"] = clientId, ["tid"] = SandboxWorld.TenantId, ["ver"] = "1.0" });

    /// <summary>A token of the managed identity that vouches for the bot.</summary>
    internal string IssueForIdentity(string audience) => Issue(ClientAssertions.IssuerOf(world), audience, IdentitySeconds, new()
    {
        ["azp"] = ManagedIdentities.ClientId,
        ["sub"] = ManagedIdentities.PrincipalId,
        ["oid"] = ManagedIdentities.PrincipalId,
        ["tid"] = SandboxWorld.TenantId,
        ["ver"] = "2.0",
    });

    private string Issue(string issuer, string audience, int seconds, Dictionary<string, object> claims)
    {
        var now = world.Clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddSeconds(seconds),
            Claims = claims,
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
