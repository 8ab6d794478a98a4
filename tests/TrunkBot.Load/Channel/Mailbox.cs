using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace TrunkBot.Load.Channel;

/// <summary>Hands what arrives at the connector to the conversation that waits for it.</summary>
internal sealed class Mailbox
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Letter>> _waiting = new(StringComparer.Ordinal);
    private int _surplus;

    /// <summary>How many activities came that no turn had asked for; posts to the approvals room are no surplus.</summary>
    public int Surplus => Volatile.Read(ref _surplus);

    /// <summary>The next activity for this conversation.</summary>
    public Task<Letter> Next(string conversationId) =>
        (_waiting[conversationId] = new TaskCompletionSource<Letter>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Deliver(string conversationId, JsonElement activity)
    {
        if (_waiting.TryRemove(conversationId, out var waiting))
            waiting.SetResult(new Letter(activity, Stopwatch.GetTimestamp()));
        else if (conversationId != Identity.RoomId)
            Interlocked.Increment(ref _surplus);
    }
}

/// <summary>What the bot has sent, and when it came.</summary>
internal sealed record Letter(JsonElement Activity, long At);
