using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;

namespace TrunkBot.Outbox;

/// <summary>What becomes of a message that the channel did not take: the one place where its errors are told apart.</summary>
internal abstract record SendVerdict
{
    // Who asked waits for the answer: some seconds later it is worth a second copy, minutes later it is not.
    private const int MostRepeats = 3;

    /// <summary>How long to wait before something is repeated for the first time, where the channel does not say.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private SendVerdict()
    {
    }

    /// <param name="problem">What the channel said, or that nobody knows.</param>
    /// <param name="outgoing">What was to be sent.</param>
    /// <param name="repeats">How often it has been repeated.</param>
    public static SendVerdict Of(ConnectorException problem, OutgoingActivity outgoing, int repeats = 0) => problem switch
    {
        _ when MeansPlaceGone(problem, outgoing) => new PlaceGone(),
        { Status: StatusCodes.Status404NotFound } when outgoing.Operation is ConnectorOperation.Update => new PostGone(),
        _ when MayBeRepeated(problem, outgoing.Promise, repeats) => new Repeat(
            outgoing.Promise is DeliveryPromise.AtMostOnce ? problem.RetryAfter ?? FirstPause * Math.Pow(2, repeats) : problem.RetryAfter),
        _ when outgoing.Promise is DeliveryPromise.AtLeastOnce || problem.Outcome is ConnectorOutcome.Refused => new Refused(),
        _ => new Dropped(),
    };

    // An outcome is sent until it was taken. An answer is, too, while the channel surely did not do it; where nobody knows, it is repeated a few
    // times within seconds: a second copy does no harm, silence does.
    private static bool MayBeRepeated(ConnectorException problem, DeliveryPromise promise, int repeats) =>
        (problem.MayPass || problem.Outcome is ConnectorOutcome.Unknown)
        && (promise is DeliveryPromise.AtLeastOnce || problem.Outcome is ConnectorOutcome.Refused || repeats < MostRepeats);

    // The status counts: the short names differ. Source: Teams documentation, "Conversation messages", the table of status codes.
    private static bool MeansPlaceGone(ConnectorException problem, OutgoingActivity outgoing) => problem.Status switch
    {
        StatusCodes.Status403Forbidden => problem.Code is not ("InvalidBotApiHost" or "ContentStreamNotAllowed" or "MessageSizeTooBig"),
        // Of a message that is answered, changed or deleted it may be that only this is gone.
        StatusCodes.Status404NotFound => outgoing.Operation is ConnectorOperation.Send
            && (outgoing.Activity.ReplyToId is null or "" ? problem.Code is not "ActivityNotFoundInConversation" : problem.Code is "ConversationNotFound" or "BotNotFound"),
        _ => false,
    };

    /// <summary>It is sent again, after this pause; null where the queue knows best.</summary>
    public sealed record Repeat(TimeSpan? Pause) : SendVerdict;

    /// <summary>There is no such place, or the bot is not in it.</summary>
    public sealed record PlaceGone : SendVerdict;

    /// <summary>The message that was to be changed is gone; its place is not.</summary>
    public sealed record PostGone : SendVerdict;

    /// <summary>The channel will not take it tomorrow either: an Admin sees it.</summary>
    public sealed record Refused : SendVerdict;

    /// <summary>An answer that nobody waits for any more, and about which nobody could do anything.</summary>
    public sealed record Dropped : SendVerdict;
}
