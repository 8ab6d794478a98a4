using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// The token that the bot shows to one of those that it calls. It is fetched by one caller at a time, kept, and renewed in the background ten minutes
/// before its end by whoever needs it then; until that has worked, the old one is shown, up to a minute before its end.
/// </summary>
public sealed partial class BotTokenSource
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10), Last = TimeSpan.FromMinutes(1), PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly IBotLogin? _login;
    private readonly string _scope;
    private readonly RefreshMeasures _measures;
    private readonly TimeProvider _time;
    private readonly ILogger<BotTokenSource> _log;
    private readonly Lock _lock = new();
    private Kept? _kept;
    private Task<Kept>? _fetch;

    internal BotTokenSource(IBotLogin? login, string scope, RefreshMeasures measures, TimeProvider time, ILogger<BotTokenSource> log) =>
        (_login, _scope, _measures, _time, _log) = (login, scope, measures, time, log);

    /// <summary>The header to send; null where the bot is anonymous and sends none.</summary>
    /// <exception cref="BotTokenException">There is none to be had.</exception>
    public ValueTask<AuthenticationHeaderValue?> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_login is null)
            return new((AuthenticationHeaderValue?)null);
        var now = _time.GetUtcNow();
        if (Volatile.Read(ref _kept) is not { } kept || now >= kept.Until)
            return new(FetchedAsync(cancellationToken));
        if (now >= kept.RenewFrom)
            RenewAhead(kept, now);
        return new(kept.Header);
    }

    /// <summary>Forgets a token that was refused; the next one comes fresh.</summary>
    public void Drop(AuthenticationHeaderValue refused)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_kept?.Header, refused))
                _kept = null;
        }
    }

    private async Task<AuthenticationHeaderValue?> FetchedAsync(CancellationToken cancellationToken) =>
        (await Fetch().WaitAsync(cancellationToken)).Header;

    private Task<Kept> Fetch()
    {
        lock (_lock)
        {
            if (_kept is { } kept && _time.GetUtcNow() < kept.Until)
                return Task.FromResult(kept);
            if (_fetch is not { IsCompleted: false })
                _fetch = Task.Run(FetchAsync);
            return _fetch;
        }
    }

    private void RenewAhead(Kept old, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_kept, old) || _fetch is { IsCompleted: false })
                return;
            // If it does not work: a while later again, not with the next message.
            Volatile.Write(ref _kept, old with { RenewFrom = now + PauseAfterFailure });
            _fetch = Task.Run(FetchAsync);
        }
    }

    private async Task<Kept> FetchAsync()
    {
        var before = _time.GetUtcNow();
        try
        {
            var issued = await _login!.LogInAsync(_scope);
            var kept = new Kept(
                new AuthenticationHeaderValue("Bearer", issued.Value),
                RenewFrom: before + issued.Lifetime - Shorter(Ahead, issued.Lifetime / 2),
                Until: before + issued.Lifetime - Shorter(Last, issued.Lifetime / 10));
            lock (_lock)
                Volatile.Write(ref _kept, kept);
            _measures.TokenFetched(succeeded: true);
            LogFetched(_log, _scope, issued.Lifetime.TotalMinutes);
            return kept;
        }
        catch (BotTokenException failure)
        {
            _measures.TokenFetched(succeeded: false);
            LogNotFetched(_log, _scope, failure.Code);
            throw;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(40, LogLevel.Information, "The bot got a token for {Scope}, good for {Minutes:F0} minutes.")]
    private static partial void LogFetched(ILogger log, string scope, double minutes);

    [LoggerMessage(41, LogLevel.Error, "The bot got no token for {Scope}: {Code}.")]
    private static partial void LogNotFetched(ILogger log, string scope, string code);

    private sealed record Kept(AuthenticationHeaderValue Header, DateTimeOffset RenewFrom, DateTimeOffset Until);
}
