using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>One outgoing activity to the connector, no longer than the channel takes it. When that has had too much, all processes leave it alone.</summary>
internal sealed class ActivitySender(ConnectorClient connector, ConversationPace pace)
{
    /// <summary>Sends what has taken its place.</summary>
    /// <returns>The id that the channel gave; null where it gives none.</returns>
    public async Task<string?> SendAsync(OutgoingActivity outgoing, CancellationToken ct)
    {
        try
        {
            return await CallAsync(outgoing, MessageSize.Fit(outgoing.Activity), ct);
        }
        catch (ConnectorException problem) when (SecondBest.Of(outgoing, problem) is { } instead)
        {
            return await SendAsync(instead, ct);
        }
        catch (ConnectorException problem) when (problem.Status is StatusCodes.Status429TooManyRequests)
        {
            await pace.HoldAsync(outgoing.Reference, problem.RetryAfter ?? SendVerdict.FirstPause, CancellationToken.None);
            throw;
        }
    }

    /// <summary>The same at once, for whoever has asked: it takes no place, and notices make room for it.</summary>
    public async Task<string?> AnswerAsync(OutgoingActivity answer, CancellationToken ct)
    {
        var id = await SendAsync(answer, ct);
        pace.Count(answer.Reference);
        return id;
    }

    private async Task<string?> CallAsync(OutgoingActivity outgoing, Activity activity, CancellationToken ct)
    {
        var (service, conversation) = (outgoing.Reference.ServiceUrl, outgoing.Reference.Conversation.Id!);
        switch (outgoing.Operation)
        {
            case ConnectorOperation.Update:
                return (await connector.UpdateActivityAsync(service, conversation, activity.Id!, activity, ct)).Id;
            case ConnectorOperation.React:
                await connector.AddReactionAsync(service, conversation, activity.ReplyToId!, activity.ReactionsAdded![0].Type!, ct);
                return null;
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
