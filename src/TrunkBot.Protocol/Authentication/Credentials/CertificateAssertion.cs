using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>
/// An assertion signed with the bot's certificate, which is read anew each time. One that can't be read again stays as it was: whoever replaces it may be
/// half done.
/// </summary>
/// <remarks>
/// Source: Microsoft identity platform, "application authentication certificate credentials": PS256, <c>x5t#S256</c>, <c>exp</c> 5 to 10 minutes after
/// <c>nbf</c>, a GUID as <c>jti</c>. Not MSAL's own: that one reckons by the machine's clock, and keeps the certificate that it was given.
/// </remarks>
internal sealed partial class CertificateAssertion(IBotCertificate source, TimeProvider time, ILogger<CertificateAssertion> log) : IBotAssertion
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private volatile X509Certificate2? _lastGood;

    public async Task<string> CreateAsync(string clientId, string tokenEndpoint, CancellationToken cancellationToken)
    {
        var certificate = await ReadAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = clientId,
            Audience = tokenEndpoint,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = clientId, ["jti"] = Guid.NewGuid().ToString() },
            AdditionalHeaderClaims = new Dictionary<string, object>
            {
                ["x5t#S256"] = Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            },
            SigningCredentials = new(new RsaSecurityKey(certificate.GetRSAPrivateKey()), SecurityAlgorithms.RsaSsaPssSha256)
            {
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
        });
    }

    private async Task<X509Certificate2> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _lastGood = CertificateContent.Judged(await source.ReadAsync(cancellationToken), time.GetUtcNow());
        }
        catch (UnfitCertificateException unfit) when (_lastGood is { } last && CertificateContent.IsInTime(last, time.GetUtcNow()))
        {
            LogKept(log, unfit.Code);
            return last;
        }
        catch (UnfitCertificateException unfit)
        {
            throw BotTokenException.OfCertificate(unfit.Code, unfit.MayPass);
        }
    }

    [LoggerMessage(42, LogLevel.Warning, "The bot's certificate can't be read again ({Code}). The one that was read before stays in use.")]
    private static partial void LogKept(ILogger log, string code);
}
