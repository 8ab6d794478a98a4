using TrunkBot.Protocol.Schema;

namespace TrunkBot.Jobs;

/// <summary>
/// Keeps notices to what Teams takes per conversation: 7 in a second and 60 in half a minute
/// (Teams documentation, "Rate limiting", October 2026). A channel with all its threads counts as one conversation.
/// </summary>
internal sealed class ConversationPace(TimeProvider clock)
{
    private static readonly (int Most, TimeSpan Within)[] s_limits = [(7, TimeSpan.FromSeconds(1)), (60, TimeSpan.FromSeconds(30))];
    private readonly Dictionary<string, Line> _lines = [];

    /// <summary>Takes a place; or says how long to wait for one. Those who wait are told different times, or all would come back for the same place.</summary>
    public TimeSpan? Enter(ConversationReference reference)
    {
        var key = $"{reference.ChannelId}|{ActivityExtensions.WithoutThread(reference.Conversation.Id!)}";
        var now = clock.GetUtcNow();
        lock (_lines)
        {
            Forget(now);
            if (!_lines.TryGetValue(key, out var line))
                _lines[key] = line = new Line();
            foreach (var (most, within) in s_limits)
            {
                var recent = line.Sent.Where(time => now - time < within).ToList();
                if (recent.Count >= most)
                    return line.Promise(recent[recent.Count - most] + within, within / most) - now;
            }

            line.Sent.Enqueue(now);
            return null;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, line) in _lines)
        {
            while (line.Sent.TryPeek(out var time) && now - time >= s_limits[^1].Within)
                line.Sent.Dequeue();
            if (line.Sent.Count == 0)
                _lines.Remove(key);
        }
    }

    private sealed class Line
    {
        private DateTimeOffset _promised = DateTimeOffset.MinValue;

        public Queue<DateTimeOffset> Sent { get; } = new();

        public DateTimeOffset Promise(DateTimeOffset free, TimeSpan apart) =>
            _promised = free > _promised + apart ? free : _promised + apart;
    }
}
