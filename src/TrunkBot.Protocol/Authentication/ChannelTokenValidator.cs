using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// Is this request really from the channel? Judges the Authorization header alone, so that a stranger's body is never read;
/// <see cref="ChannelToken.Covers"/> judges the body.
/// </summary>
/// <remarks>
/// Microsoft's "Authentication with the Bot Connector API", all checks, none of which can be switched off. Stricter than the Bot Framework
/// SDK in that only RS256 is taken and endorsements are always required.
/// </remarks>
public sealed partial class ChannelTokenValidator
{
    private const int MaxTokenLength = 16 * 1024;
    private const string Scheme = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly ChannelKeys _keys;
    private readonly TimeProvider _time;
    private readonly ILogger<ChannelTokenValidator> _log;
    private readonly AcceptedTokens _accepted;
    private readonly TokenValidationParameters _parameters;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaxTokenLength };
    private readonly bool _anonymous;

    internal ChannelTokenValidator(
        IOptions<ChannelAuthenticationOptions> options, ChannelKeys keys, TimeProvider time, ILogger<ChannelTokenValidator> log)
    {
        (_keys, _time, _log) = (keys, time, log);
        _accepted = new AcceptedTokens(time);
        _anonymous = options.Value.IsAnonymous;
        _parameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = ChannelAddresses.Of(options.Value).TokenIssuer,
            ValidAudience = options.Value.MicrosoftAppId,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = IsAlive,
        };
    }

    /// <summary>Judges the values of the Authorization header.</summary>
    public ValueTask<ChannelTokenVerdict> ValidateAsync(StringValues authorization, CancellationToken cancellationToken = default)
    {
        if (_anonymous)
            return new(authorization.Count == 0 ? new(ChannelToken.Anonymous(_log), 200) : Refused("a token came, but this bot has no app id to hold it against"));
        if (authorization.Count != 1 || authorization[0] is not { } header)
            return new(Refused(authorization.Count == 0 ? "no Authorization header" : "several Authorization headers"));
        return _accepted.Find(header, _keys.Current) is { } known
            ? new(new ChannelTokenVerdict(known, 200))
            : new(ProveAsync(header, cancellationToken));
    }

    private async Task<ChannelTokenVerdict> ProveAsync(string header, CancellationToken cancellationToken)
    {
        if (Read(header) is not { } token)
            return Refused("the Authorization header holds no signed token");
        if (token.Alg != SecurityAlgorithms.RsaSha256 || token.TryGetHeaderValue<object>("crit", out _) || token.Kid is not { Length: > 0 } kid)
            return Refused("the token's header names another algorithm than RS256, names an extension, or names no key");
        if (await _keys.ForAsync(kid, cancellationToken) is not { } keys)
            return Refused("the channel's keys were never read", status: 503);
        if (keys.Find(kid) is not { } key)
            return Refused("the token is signed with a key that the channel doesn't publish");

        var parameters = _parameters.Clone();
        parameters.IssuerSigningKey = key.Key;
        var result = await _handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
            return Refused(result.Exception.GetType().Name);
        // The library takes a list of audiences and any claim type; the channel writes one string each.
        if (!token.TryGetPayloadValue<object>(JwtRegisteredClaimNames.Aud, out var audience) || audience is not string)
            return Refused("the token's audience isn't one string");
        if (!token.TryGetPayloadValue<object>(ServiceUrlClaim, out var claim) || claim is not string { Length: > 0 } serviceUrl)
            return Refused("the token names no service address");

        var proved = ChannelToken.Proved(serviceUrl, key.Endorsements, _log);
        _accepted.Add(header, proved, keys, token.ValidTo);
        return new(proved, 200);
    }

    private JsonWebToken? Read(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var text = header.AsSpan(Scheme.Length).Trim(' ');
        if (text.Length is 0 or > MaxTokenLength || text.Count('.') != 2 || text[^1] == '.')
            return null;
        try
        {
            return _handler.ReadJsonWebToken(text.ToString());
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    // The library's own check reads the machine's clock and lets a token without a beginning pass.
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return notBefore is { } from && expires is { } until && from < until && from - Skew <= now && now < until + Skew;
    }

    private ChannelTokenVerdict Refused(string reason, int status = 401)
    {
        LogRefused(_log, reason);
        return new(null, status);
    }

    [LoggerMessage(30, LogLevel.Warning, "A request was refused before its body was read: {Reason}.")]
    private static partial void LogRefused(ILogger log, string reason);
}
