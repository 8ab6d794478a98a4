using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Protocol.SignIn;

/// <summary>
/// Is this token Microsoft Entra's, for this bot, and about this person? Judges signature, issuer, audience, tenant, lifetime, scope and whom it is
/// about; none of the checks can be switched off.
/// </summary>
/// <remarks>
/// Source: Microsoft identity platform, "Access tokens" and "Access token claims reference". Issuer and keys are those of the person's own tenant, by
/// its OpenID document: there is no list of tenants in it to be wrong. An id token and an app's own token have no <c>scp</c>, so they are refused.
/// </remarks>
public sealed class UserTokenValidator
{
    /// <summary>The scope that the app registration exposes, and that each token for the bot carries.</summary>
    public const string Scope = "access_as_user";

    private const int MaxTokenLength = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly string _loginHost;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TokenValidationParameters _parameters;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaxTokenLength };
    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _documents = new(StringComparer.Ordinal);

    /// <param name="loginHost">Address that a tenant is put behind, such as <c>https://login.microsoftonline.com</c>.</param>
    /// <param name="audiences">The bot's app id and its Application ID URI.</param>
    /// <param name="http">For Entra's documents.</param>
    /// <param name="time">The clock.</param>
    internal UserTokenValidator(string loginHost, IEnumerable<string> audiences, HttpClient http, TimeProvider time)
    {
        (_loginHost, _http, _time) = (loginHost.TrimEnd('/'), http, time);
        _parameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudiences = audiences,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = IsAlive,
        };
    }

    /// <summary>Judges a token that is to be about this person.</summary>
    /// <param name="token">The token.</param>
    /// <param name="tenantId">The person's tenant, as the channel vouches for it.</param>
    /// <param name="objectId">The person's object id there.</param>
    /// <param name="cancellationToken">Ends the reading of Entra's documents.</param>
    /// <exception cref="InvalidOperationException">Entra's documents cannot be read, so nobody can tell.</exception>
    public async Task<UserTokenVerdict> ValidateAsync(string token, Guid tenantId, Guid objectId, CancellationToken cancellationToken = default)
    {
        if (Read(token) is not { } read)
            return UserTokenVerdict.Refused("it isn't a signed token");
        if (read.Alg != SecurityAlgorithms.RsaSha256 || read.TryGetHeaderValue<object>("crit", out _) || read.Kid is not { Length: > 0 } kid)
            return UserTokenVerdict.Refused("its header names another algorithm than RS256, names an extension, or names no key");
        var entra = await EntraAsync(tenantId, Text(read, "ver"), kid, cancellationToken);
        var parameters = _parameters.Clone();
        (parameters.ValidIssuer, parameters.IssuerSigningKeys) = (entra.Issuer, entra.SigningKeys);
        var result = await _handler.ValidateTokenAsync(read, parameters);
        if (!result.IsValid)
            return UserTokenVerdict.Refused(result.Exception.GetType().Name);
        if (!Guid.TryParse(Text(read, "tid"), out var tenant) || tenant != tenantId)
            return UserTokenVerdict.Refused("it is of another tenant than the person");
        if (!Guid.TryParse(Text(read, "oid"), out var subject) || subject != objectId)
            return UserTokenVerdict.Refused("it is about somebody else");
        return Text(read, "scp")?.Split(' ').Contains(Scope, StringComparer.Ordinal) == true
            ? new(Said(read), null)
            : UserTokenVerdict.Refused($"it doesn't carry the scope {Scope}");
    }

    private static UserToken Said(JsonWebToken read) => new(
        [.. read.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).Distinct(StringComparer.Ordinal)],
        new DateTimeOffset(read.IssuedAt == DateTime.MinValue ? read.ValidFrom : read.IssuedAt, TimeSpan.Zero),
        new DateTimeOffset(read.ValidTo, TimeSpan.Zero));

    // Entra has two documents for a tenant: which of them a token belongs to is the app registration's choice (requestedAccessTokenVersion).
    private async Task<OpenIdConnectConfiguration> EntraAsync(Guid tenantId, string? version, string kid, CancellationToken cancellationToken)
    {
        var address = $"{_loginHost}/{tenantId}{(version == "2.0" ? "/v2.0" : "")}/.well-known/openid-configuration";
        var document = _documents.GetOrAdd(address, at => new(at, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(_http)));
        var entra = await document.GetConfigurationAsync(cancellationToken);
        if (entra.SigningKeys.Any(key => key.KeyId == kid))
            return entra;
        // A new key: it is read for the next token at the latest, and no more often than the library lets a stranger cause it.
        document.RequestRefresh();
        return await document.GetConfigurationAsync(cancellationToken);
    }

    private JsonWebToken? Read(string token)
    {
        if (token.Length is 0 or > MaxTokenLength || token.AsSpan().Count('.') != 2 || token[^1] == '.')
            return null;
        try
        {
            return _handler.ReadJsonWebToken(token);
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    // The library's own check reads the machine's clock and lets a token without a beginning pass.
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return notBefore is { } from && expires is { } until && from < until && from - Skew <= now && now < until + Skew;
    }
}
