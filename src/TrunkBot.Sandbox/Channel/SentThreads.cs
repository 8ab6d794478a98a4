using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Remembers in which thread of a team's channel each of the bot's last posts stands, and which posts exist at all.</summary>
internal sealed class SentThreads
{
    private const int Kept = 5000;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Place, string ActivityId), string> roots = [];
    private readonly Queue<(string Place, string ActivityId)> order = new();
    private readonly HashSet<(string Place, string ActivityId)> targeted = [];
    private readonly HashSet<(string Place, string ActivityId)> heard = [];
    private readonly Queue<(string Place, string ActivityId)> heardInOrder = new();

    internal void Add(string conversationId, string activityId, string? reader = null)
    {
        var key = (Conversation.WithoutThread(conversationId), activityId);
        var at = conversationId.IndexOf(Conversation.ThreadMark, StringComparison.Ordinal);
        lock (gate)
        {
            if (order.Count == Kept)
            {
                roots.Remove(order.Peek());
                targeted.Remove(order.Dequeue());
            }

            if (reader is not null)
                targeted.Add(key);
            order.Enqueue(key);
            roots[key] = at < 0 ? activityId : conversationId[(at + Conversation.ThreadMark.Length)..];
        }
    }

    /// <summary>What people say are messages as well: a bot can react to them.</summary>
    internal void Hear(JsonObject activity)
    {
        if (activity["type"]?.ToString() is not "message" || activity["id"]?.ToString() is not { } id || (activity["conversation"] as JsonObject)?["id"]?.ToString() is not { } place)
            return;
        var key = (Conversation.WithoutThread(place), id);
        lock (gate)
        {
            if (!heard.Add(key))
                return;
            if (heardInOrder.Count == Kept)
                heard.Remove(heardInOrder.Dequeue());
            heardInOrder.Enqueue(key);
        }
    }

    /// <summary>Whether there is such a message, of anybody, that takes a reaction.</summary>
    internal bool TakesReactions(string conversationId, string activityId)
    {
        var key = (Conversation.WithoutThread(conversationId), activityId);
        lock (gate)
            return heard.Contains(key) || (roots.ContainsKey(key) && !targeted.Contains(key));
    }

    /// <summary>Whether there is such a post of the bot. One that a single person sees has to be called so.</summary>
    internal bool Exists(string conversationId, string activityId, bool isTargeted)
    {
        var key = (Conversation.WithoutThread(conversationId), activityId);
        lock (gate)
            return roots.ContainsKey(key) && targeted.Contains(key) == isTargeted;
    }

    internal void Remove(string conversationId, string activityId)
    {
        lock (gate)
            roots.Remove((Conversation.WithoutThread(conversationId), activityId));
    }

    internal string RootOf(string conversationId, string activityId)
    {
        lock (gate)
            return roots.GetValueOrDefault((Conversation.WithoutThread(conversationId), activityId), activityId);
    }
}
