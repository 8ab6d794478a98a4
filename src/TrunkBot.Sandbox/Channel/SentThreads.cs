namespace TrunkBot.Sandbox.Channel;

/// <summary>Remembers in which thread of a team's channel each of the bot's last posts stands, and which posts exist at all.</summary>
internal sealed class SentThreads
{
    private const int Kept = 5000;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Place, string ActivityId), string> roots = [];
    private readonly Queue<(string Place, string ActivityId)> order = new();

    internal void Add(string conversationId, string activityId)
    {
        var key = (Conversation.WithoutThread(conversationId), activityId);
        var at = conversationId.IndexOf(Conversation.ThreadMark, StringComparison.Ordinal);
        lock (gate)
        {
            if (order.Count == Kept)
                roots.Remove(order.Dequeue());
            order.Enqueue(key);
            roots[key] = at < 0 ? activityId : conversationId[(at + Conversation.ThreadMark.Length)..];
        }
    }

    internal bool Exists(string conversationId, string activityId)
    {
        lock (gate)
            return roots.ContainsKey((Conversation.WithoutThread(conversationId), activityId));
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
