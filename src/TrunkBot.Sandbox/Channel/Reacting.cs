using System.Text.RegularExpressions;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Reactions that the bot puts on messages.</summary>
/// <remarks>Source: Teams documentation, "Agent reactions" (July 2026): any message but a targeted one, by ids of the reactions reference, two a second of one bot.</remarks>
internal sealed partial class Reacting(SentThreads threads, SandboxWorld world)
{
    private const int MostInASecond = 2;
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> last = new();

    internal ConnectorReply React(string conversationId, string activityId, string reaction, bool isStrict)
    {
        if (ConversationTable.Find(conversationId) is not { } place)
            return ConnectorReply.NoConversation();
        if (place.ChannelId != SandboxWorld.Teams)
            return ConnectorReply.Error(405, "MethodNotAllowed", "Only Teams knows reactions of bots.");
        if (!ReactionId().IsMatch(reaction))
            return ConnectorReply.Error(400, "BadArgument", "There is no such reaction.");
        if (!threads.TakesReactions(conversationId, activityId))
            return ConnectorReply.Error(404, "ActivityNotFoundInConversation", "Activity not found in conversation, or it takes no reactions.");
        return isStrict && IsTooMuch() ? ConnectorReply.Error(429, "Throttled", "Too many requests.") : new(200, ActivityId: activityId, Acted: true);
    }

    private bool IsTooMuch()
    {
        var now = world.Clock.GetUtcNow();
        lock (gate)
        {
            while (last.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
                last.Dequeue();
            if (last.Count >= MostInASecond)
                return true;
            last.Enqueue(now);
            return false;
        }
    }

    [GeneratedRegex("^(like|heart|laugh|surprised|sad|angry|[0-9a-f]{2,6}(-[0-9a-f]{2,6})*_[a-z0-9]+)$")]
    private static partial Regex ReactionId();
}
