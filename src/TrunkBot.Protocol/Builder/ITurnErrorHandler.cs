using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>Words for a turn that failed; nothing of it was stored.</summary>
public interface ITurnErrorHandler
{
    /// <summary>One sentence for the person who waits; null says nothing.</summary>
    string? OnTurnError(Activity activity, Exception exception);
}
