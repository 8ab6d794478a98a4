using TrunkBot.Protocol.Schema;

namespace TrunkBot.Jobs;

/// <summary>
/// Keeps notices to what Teams takes per conversation: 7 in a second and 60 in half a minute
/// (Teams documentation, "Rate limiting", October 2026). A channel with all its threads counts as one conversation.
/// </summary>
internal sealed class ConversationPace(TimeProvider clock)
{
    private static readonly (int Most, TimeSpan Within)[] s_limits = [(7, TimeSpan.FromSeconds(1)), (60, TimeSpan.FromSeconds(30))];
    private readonly Dictionary<string, Queue<DateTimeOffset>> _sent = [];

    /// <summary>Takes a place; or says how long to wait for one.</summary>
    public TimeSpan? Enter(ConversationReference reference)
    {
        var key = $"{reference.ChannelId}|{ActivityExtensions.WithoutThread(reference.Conversation.Id!)}";
        var now = clock.GetUtcNow();
        lock (_sent)
        {
            Forget(now);
            if (!_sent.TryGetValue(key, out var times))
                _sent[key] = times = new Queue<DateTimeOffset>();
            foreach (var (most, within) in s_limits)
            {
                var recent = times.Where(time => now - time < within).ToList();
                if (recent.Count >= most)
                    return within - (now - recent[recent.Count - most]);
            }

            times.Enqueue(now);
            return null;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, times) in _sent)
        {
            while (times.TryPeek(out var time) && now - time >= s_limits[^1].Within)
                times.Dequeue();
            if (times.Count == 0)
                _sent.Remove(key);
        }
    }
}
