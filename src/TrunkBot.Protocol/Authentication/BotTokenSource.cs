using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// The token that the bot shows to the connector. Kept until five minutes before its end; fetched by one caller at a time through MSAL.
/// </summary>
public sealed partial class BotTokenSource
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly ILogger<BotTokenSource> _log;
    private readonly RefreshMeasures _measures;
    private readonly Lazy<IConfidentialClientApplication>? _login;
    private readonly string[] _scopes;
    private readonly Lock _lock = new();
    private Kept? _kept;
    private bool _dropped;
    private Task<Kept>? _fetch;

    internal BotTokenSource(
        IOptions<ChannelAuthenticationOptions> options, ChannelHttp http, RefreshMeasures measures, TimeProvider time, ILogger<BotTokenSource> log)
    {
        (_time, _log, _measures) = (time, log, measures);
        var addresses = ChannelAddresses.Of(options.Value);
        _scopes = [addresses.OAuthScope];
        if (!options.Value.IsAnonymous)
            _login = new(() => CreateLogin(options.Value, addresses.LoginUrl, http));
    }

    /// <summary>The header to send; null where the bot is anonymous and sends none.</summary>
    /// <exception cref="BotTokenException">There is none to be had.</exception>
    public ValueTask<AuthenticationHeaderValue?> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_login is null)
            return new((AuthenticationHeaderValue?)null);
        return Volatile.Read(ref _kept) is { } kept && _time.GetUtcNow() < kept.Until
            ? new(kept.Header)
            : new(FetchedAsync(cancellationToken));
    }

    /// <summary>Forgets a token that the connector refused; the next one comes fresh from the login endpoint.</summary>
    public void Drop(AuthenticationHeaderValue refused)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_kept?.Header, refused))
                return;
            _kept = null;
            _dropped = true;
        }
    }

    private static IConfidentialClientApplication CreateLogin(ChannelAuthenticationOptions options, string authority, ChannelHttp http) =>
        ConfidentialClientApplicationBuilder.Create(options.MicrosoftAppId)
            .WithClientSecret(options.MicrosoftAppPassword)
            .WithAuthority(authority, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http)
            .Build();

    private async Task<AuthenticationHeaderValue?> FetchedAsync(CancellationToken cancellationToken) =>
        (await Fetch().WaitAsync(cancellationToken)).Header;

    private Task<Kept> Fetch()
    {
        lock (_lock)
        {
            if (_kept is { } kept && _time.GetUtcNow() < kept.Until)
                return Task.FromResult(kept);
            if (_fetch is not { IsCompleted: false })
            {
                // MSAL would hand out again what the connector has just refused, or what our clock calls old.
                var fresh = _dropped || _kept is not null;
                _fetch = Task.Run(() => FetchAsync(fresh));
            }

            return _fetch;
        }
    }

    private async Task<Kept> FetchAsync(bool fresh)
    {
        var before = _time.GetUtcNow();
        var result = await LogInAsync(fresh);
        // MSAL reckons the end by the machine's clock, which is not always ours.
        var lifetime = result.ExpiresOn - TimeProvider.System.GetUtcNow();
        var kept = new Kept(new AuthenticationHeaderValue("Bearer", result.AccessToken), before + lifetime - Margin);
        lock (_lock)
        {
            _dropped = false;
            Volatile.Write(ref _kept, kept);
        }

        _measures.TokenFetched(succeeded: true);
        LogFetched(_log, lifetime.TotalMinutes);
        return kept;
    }

    private async Task<AuthenticationResult> LogInAsync(bool fresh)
    {
        try
        {
            return await _login!.Value.AcquireTokenForClient(_scopes).WithForceRefresh(fresh).ExecuteAsync();
        }
        catch (MsalException failure)
        {
            // The inner exception stays out: it repeats what the endpoint answered.
            _measures.TokenFetched(succeeded: false);
            var refusal = new BotTokenException(failure.ErrorCode, MayPass(failure));
            LogNotFetched(_log, refusal.Code);
            throw refusal;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            _measures.TokenFetched(succeeded: false);
            LogNotFetched(_log, failure.GetType().Name);
            throw new BotTokenException("unreachable", mayPass: true);
        }
    }

    private static bool MayPass(MsalException failure) => failure is not MsalServiceException service
        || service.StatusCode is 0 or 408 or 429 or >= 500
        || service.ErrorCode is "temporarily_unavailable";

    [LoggerMessage(40, Microsoft.Extensions.Logging.LogLevel.Information, "The bot got a token for the connector, good for {Minutes:F0} minutes.")]
    private static partial void LogFetched(ILogger log, double minutes);

    [LoggerMessage(41, Microsoft.Extensions.Logging.LogLevel.Error, "The bot got no token for the connector: {Code}.")]
    private static partial void LogNotFetched(ILogger log, string code);

    private sealed record Kept(AuthenticationHeaderValue Header, DateTimeOffset Until);
}
