using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>How often a message may arrive when a process dies between storing and sending it.</summary>
public enum DeliveryPromise
{
    /// <summary>
    /// Answers to what a person just said: not twice for a process that died, and not minutes later. Where the connector stumbles and nobody knows
    /// whether it has taken one, it is repeated for some seconds.
    /// </summary>
    AtMostOnce,

    /// <summary>Outcomes: a second copy misleads nobody, a missing one does.</summary>
    AtLeastOnce,
}

/// <summary>What is done at the connector.</summary>
public enum ConnectorOperation
{
    /// <summary>A new message, or a reply where <see cref="Activity.ReplyToId"/> is set.</summary>
    Send,

    /// <summary>Replaces the message <see cref="Activity.Id"/>.</summary>
    Update,

    /// <summary>Deletes the message <see cref="Activity.Id"/>.</summary>
    Delete,

    /// <summary>
    /// Puts <see cref="Activity.ReactionsAdded"/> on the message <see cref="Activity.ReplyToId"/>. The activity itself is what is said where reactions
    /// are not taken.
    /// </summary>
    React,
}

/// <summary>One call to the connector that a turn has decided on.</summary>
/// <param name="Id">Names this call in the store.</param>
/// <param name="Operation">What to do.</param>
/// <param name="Reference">Where.</param>
/// <param name="Activity">What; for a delete only its id counts.</param>
/// <param name="Promise">How often at most or at least.</param>
public sealed record OutgoingActivity(
    Guid Id, ConnectorOperation Operation, ConversationReference Reference, Activity Activity, DeliveryPromise Promise);
