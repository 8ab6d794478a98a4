using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// The channel's keys, kept. They are read again in the background when they are old, and at once for a <c>kid</c> that they lack; never by
/// two at a time. What cannot be read again stays as it was.
/// </summary>
/// <remarks>
/// Not the library's ConfigurationManager: that one also rations the first refresh after a load, so a new key would be refused for minutes.
/// </remarks>
internal sealed partial class ChannelKeys(ChannelKeyDocuments documents, RefreshMeasures measures, TimeProvider time, ILogger<ChannelKeys> log)
{
    private static readonly TimeSpan Old = TimeSpan.FromHours(12);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly KeyBudget _budget = new(time);
    private volatile ChannelKeySet? _current;
    private Task<ChannelKeySet?>? _fetch;
    private DateTimeOffset _nextFetch = DateTimeOffset.MinValue;

    /// <summary>The keys in force; null until the first have been read.</summary>
    public ChannelKeySet? Current => _current;

    /// <summary>The keys to look this <c>kid</c> up in: those in force if they have it, otherwise read anew if that is due. Null when none were ever read.</summary>
    public ValueTask<ChannelKeySet?> ForAsync(string kid, CancellationToken cancellationToken)
    {
        var current = _current;
        if (current?.Find(kid) is null)
            return new(FetchFor(kid, current).WaitAsync(cancellationToken));
        if (time.GetUtcNow() - current.LoadedAt > Old)
            _ = FetchFor(kid, current);
        return new(current);
    }

    private Task<ChannelKeySet?> FetchFor(string kid, ChannelKeySet? searched)
    {
        lock (_lock)
        {
            if (_fetch is { IsCompleted: false } running)
                return running;
            if (!ReferenceEquals(_current, searched) || time.GetUtcNow() < _nextFetch || !MayRead(kid))
                return Task.FromResult(_current);
            return _fetch = Task.Run(() => FetchAsync(kid));
        }
    }

    // The first reading, and the one of keys that are old, cost nothing of what is kept for names that the keys lack.
    private bool MayRead(string kid) => _current?.Find(kid) is not null || _current is null || _budget.TryTake(kid);

    private async Task<ChannelKeySet?> FetchAsync(string kid)
    {
        try
        {
            var fresh = await documents.FetchAsync(CancellationToken.None);
            measures.KeysRead(succeeded: true);
            LogRead(log, fresh.Count);
            Publish(fresh, TimeSpan.Zero, fresh.Find(kid) is null ? kid : null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            measures.KeysRead(succeeded: false);
            LogNotRead(log, failure, _current is null ? "None were read before, so nobody is let in." : "The last good ones stay in use.");
            Publish(_current, PauseAfterFailure, missing: null);
        }

        return _current;
    }

    private void Publish(ChannelKeySet? keys, TimeSpan pause, string? missing)
    {
        lock (_lock)
        {
            if (missing is not null)
                _budget.Missed(missing);
            _nextFetch = time.GetUtcNow() + pause;
            _current = keys;
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Read {Count} signing keys of the channel.")]
    private static partial void LogRead(ILogger log, int count);

    [LoggerMessage(21, LogLevel.Warning, "The channel's signing keys can't be read. {Consequence}")]
    private static partial void LogNotRead(ILogger log, Exception failure, string consequence);
}
