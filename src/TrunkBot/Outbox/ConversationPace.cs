using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>
/// Keeps notices to what the channel takes per conversation, as <see cref="JobOptions.NoticesPerSecond"/> says. A channel of Teams with all its
/// threads counts as one conversation.
/// </summary>
internal sealed class ConversationPace(IOptions<JobOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly (int Most, TimeSpan Within)[] _limits =
        [(options.Value.NoticesPerSecond, TimeSpan.FromSeconds(1)), (options.Value.NoticesPerHalfMinute, s_longest)];

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
            foreach (var (most, within) in _limits)
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
            while (line.Sent.TryPeek(out var time) && now - time >= s_longest)
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
