using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Jobs;

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

/// <summary>Whether and when a failed call is made again.</summary>
internal static class SendingAgain
{
    // Who asked waits for the answer: some seconds later it is worth a second copy, minutes later it is not.
    private const int MostRepeats = 3;
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);

    /// <summary>
    /// True if a failed call is made again. An outcome is sent until it was taken. An answer is, too, while the channel surely did not do it; where
    /// nobody knows, it is repeated a few times within seconds: a second copy does no harm, silence does.
    /// </summary>
    public static bool MayBeRepeated(this ConnectorException problem, DeliveryPromise promise, int repeats = 0) =>
        (problem.MayPass || problem.Outcome == ConnectorOutcome.Unknown)
        && (promise == DeliveryPromise.AtLeastOnce || problem.Outcome == ConnectorOutcome.Refused || repeats < MostRepeats);

    /// <summary>How long to wait before an answer is repeated; what the channel asks for comes first.</summary>
    public static TimeSpan PauseAfter(this ConnectorException problem, int repeats) => problem.RetryAfter ?? s_first * Math.Pow(2, repeats);
}
