using System.Collections.Concurrent;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Testing;

/// <summary>A channel that keeps what it is sent.</summary>
internal sealed class TestOutbox(MemoryStore store) : IOutbox
{
    public ConcurrentQueue<OutgoingActivity> Sent { get; } = new();

    public ConcurrentQueue<Activity> Unread { get; } = new();

    /// <summary>While true, nothing leaves: the process died before it could.</summary>
    public bool IsDown { get; set; }

    public Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
    {
        if (IsDown)
            return Task.CompletedTask;
        foreach (var outgoing in activities.Where(store.TryClaim))
        {
            Sent.Enqueue(outgoing);
            if (outgoing.Operation == ConnectorOperation.Send)
                Unread.Enqueue(outgoing.Activity);
        }

        return Task.CompletedTask;
    }
}
