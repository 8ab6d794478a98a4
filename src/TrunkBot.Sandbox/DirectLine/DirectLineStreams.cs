using System.Collections.Concurrent;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>The stream of each web chat conversation.</summary>
internal sealed class DirectLineStreams
{
    private readonly ConcurrentDictionary<string, ConversationStream> streams = new();

    internal ConversationStream Of(Conversation place) => streams.GetOrAdd(place.Id, _ => new());
}
