using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>One outgoing activity to the connector.</summary>
internal sealed class ActivitySender(ConnectorClient connector)
{
    /// <returns>The id that the channel gave; null where it gives none.</returns>
    public async Task<string?> SendAsync(OutgoingActivity outgoing, CancellationToken ct)
    {
        var (service, conversation) = (outgoing.Reference.ServiceUrl, outgoing.Reference.Conversation.Id!);
        var activity = outgoing.Activity;
        switch (outgoing.Operation)
        {
            case ConnectorOperation.Update:
                return (await connector.UpdateActivityAsync(service, conversation, activity.Id!, activity, ct)).Id;
            case ConnectorOperation.Delete:
                await connector.DeleteActivityAsync(service, conversation, activity.Id!, activity.IsTargeted(), ct);
                return null;
            default:
                return (await SayAsync(service, conversation, activity, ct)).Id;
        }
    }

    private Task<ResourceResponse> SayAsync(string service, string conversation, Activity activity, CancellationToken ct) =>
        activity.ReplyToId is { Length: > 0 } answered
            ? connector.ReplyToActivityAsync(service, conversation, answered, activity, ct)
            : connector.SendToConversationAsync(service, conversation, activity, ct);
}
