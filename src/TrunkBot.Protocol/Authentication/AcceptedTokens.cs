using System.Collections.Concurrent;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// Tokens that were proved a moment ago: a channel sends the same one for an hour, and proving it costs more than the rest of its request.
/// Forgotten after a few minutes, and as soon as the channel's keys were read again.
/// </summary>
internal sealed class AcceptedTokens(TimeProvider time)
{
    private const int MaxCount = 256;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public ChannelToken? Find(string header, ChannelKeySet? keys) =>
        _entries.TryGetValue(header, out var entry) && ReferenceEquals(entry.Keys, keys) && time.GetUtcNow() < entry.Until
            ? entry.Token
            : null;

    public void Add(string header, ChannelToken token, ChannelKeySet keys, DateTimeOffset expires)
    {
        if (_entries.Count >= MaxCount)
            _entries.Clear();
        var until = time.GetUtcNow() + Lifetime;
        _entries[header] = new Entry(token, keys, until < expires ? until : expires);
    }

    private sealed record Entry(ChannelToken Token, ChannelKeySet Keys, DateTimeOffset Until);
}
