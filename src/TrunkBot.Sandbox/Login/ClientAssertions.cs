using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Sandbox.Login;

/// <summary>What stands on the bot's registration beside its secret: certificates, and the managed identity that may vouch for it.</summary>
/// <remarks>
/// Source: Microsoft identity platform, "application authentication certificate credentials" and "Microsoft Entra authentication and authorization error
/// codes". Entra does not say that it takes a <c>jti</c> once; the page asks for one that prevents replay, so here it does.
/// </remarks>
public sealed class ClientAssertions
{
    internal const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", Exchange = "api://AzureADTokenExchange";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSha256];

    private readonly SandboxWorld world;
    private readonly SecurityKey key;
    private readonly JsonWebTokenHandler handler = new();
    private readonly ConcurrentDictionary<string, X509Certificate2> certificates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> used = new(StringComparer.Ordinal);

    internal ClientAssertions(SandboxWorld world, SecurityKey key) => (this.world, this.key) = (world, key);

    /// <summary>Uploads a certificate to the registration; its key stays with the bot.</summary>
    /// <param name="certificate">The certificate.</param>
    public void Trust(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        certificates[Thumbprint(certificate)] = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
    }

    /// <summary>Takes a certificate off the registration.</summary>
    /// <param name="certificate">The certificate.</param>
    public void Distrust(X509Certificate2 certificate) => certificates.TryRemove(Thumbprint(certificate), out _);

    /// <summary>Why an assertion is refused; null when it is not.</summary>
    internal async Task<Refusal?> RefuseAsync(string type, string assertion, string clientId, string tokenEndpoint)
    {
        if (type != Type)
            return new(400, "invalid_request", 900144, $"The request body must contain 'client_assertion_type' with the value '{Type}'.");
        if (!handler.CanReadToken(assertion))
            return Invalid(50027, "JWT token is invalid or malformed.");
        var token = handler.ReadJsonWebToken(assertion);
        return token.TryGetHeaderValue<string>("x5t#S256", out var thumbprint)
            ? await RefuseSignedAsync(token, thumbprint, clientId, tokenEndpoint)
            : await RefuseFederatedAsync(token);
    }

    private async Task<Refusal?> RefuseSignedAsync(JsonWebToken token, string thumbprint, string clientId, string tokenEndpoint)
    {
        if (!certificates.TryGetValue(thumbprint, out var certificate))
            return Invalid(700027, "The certificate with identifier used to sign the client assertion is not registered on application.");
        var now = world.Clock.GetUtcNow();
        if (now < certificate.NotBefore || now >= certificate.NotAfter)
            return Invalid(1000502, "The provided certificate is not within its specified validity period.");
        if (!(await ProvedAsync(token, new RsaSecurityKey(certificate.GetRSAPublicKey()), Algorithms)).IsValid)
            return Invalid(700027, "Client assertion failed signature validation.");
        if (token.Issuer != clientId || token.Subject != clientId)
            return Invalid(700021, "Client assertion application identifier doesn't match 'client_id' parameter: iss and sub must be the app id.");
        if (token.Audiences.ToArray() is not [var audience] || audience != tokenEndpoint)
            return Invalid(700023, $"Client assertion audience claim does not match Realm issuer: it must be {tokenEndpoint}.");
        if (token.ValidTo - token.ValidFrom > Longest || !Lifetimes.Holds(token.ValidFrom, token.ValidTo, world.Clock))
            return Invalid(700024, "Client assertion is not within its valid time range, which is ten minutes at most.");
        return Guid.TryParse(token.Id, out _) && used.TryAdd(token.Id, true)
            ? null
            : Invalid(700027, "Client assertion failed: its jti isn't a GUID, or was used before.");
    }

    private async Task<Refusal?> RefuseFederatedAsync(JsonWebToken token)
    {
        if (token.Issuer != IssuerOf(world) || !(await ProvedAsync(token, key, [SecurityAlgorithms.RsaSha256])).IsValid)
            return Invalid(70021, "No matching federated identity record found for presented assertion.");
        if (token.Audiences.ToArray() is not [Exchange])
            return Invalid(700212, $"No matching federated identity record found for presented assertion audience: it must be {Exchange}.");
        if (token.Subject != ManagedIdentities.PrincipalId)
            return Invalid(700213, "No matching federated identity record found for presented assertion subject.");
        return Lifetimes.Holds(token.ValidFrom, token.ValidTo, world.Clock) ? null : Invalid(700024, "Client assertion is not within its valid time range.");
    }

    private Task<TokenValidationResult> ProvedAsync(JsonWebToken token, SecurityKey by, string[] algorithms) => handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        IssuerSigningKey = by,
        ValidAlgorithms = algorithms,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    });

    internal static string IssuerOf(SandboxWorld world) => new Uri(world.LoginAddress, $"{SandboxWorld.TenantId}/v2.0").AbsoluteUri;

    private static string Thumbprint(X509Certificate2 certificate) => Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256));

    private static Refusal Invalid(int code, string description) => new(401, "invalid_client", code, description);

    internal sealed record Refusal(int Status, string Error, int Code, string Description);
}
