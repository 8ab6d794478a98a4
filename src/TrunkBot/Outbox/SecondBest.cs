using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>
/// What is done where a channel, or the cloud that it runs in, does not do the best: everybody reads what was for one person alone, and a message
/// says what a reaction would have said.
/// </summary>
internal static class SecondBest
{
    /// <summary>Null where there is nothing else to do.</summary>
    public static OutgoingActivity? Of(OutgoingActivity outgoing, ConnectorException problem) => outgoing.Operation switch
    {
        ConnectorOperation.React => outgoing with { Operation = ConnectorOperation.Send, Activity = outgoing.Activity.ForEverybody(outgoing.Reference) },
        // Who has asked so that nobody else sees it is not answered so that everybody does.
        ConnectorOperation.Send when problem.IsNotTaken && outgoing.Activity.IsTargeted() && outgoing.Reference.User?.IsTargeted != true =>
            outgoing with { Activity = outgoing.Activity.ForEverybody(outgoing.Reference) },
        _ => null,
    };
}
