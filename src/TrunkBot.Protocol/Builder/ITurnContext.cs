using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>
/// One turn: the activity that came, the services of its scope, and what is to leave.
/// Unlike the Bot Framework's, sends are kept until the turn is stored, so they give no ids back and can be taken up after a crash.
/// </summary>
public interface ITurnContext
{
    /// <summary>The activity that started the turn.</summary>
    Activity Activity { get; }

    /// <summary>Services of this turn alone; a turn that lost a race runs again with new ones.</summary>
    IServiceProvider Services { get; }

    /// <summary>What middleware and handlers leave for each other within the turn.</summary>
    IDictionary<string, object> TurnState { get; }

    /// <summary>What is to leave when the turn is stored, in order.</summary>
    IReadOnlyList<OutgoingActivity> Outgoing { get; }

    /// <summary>True as soon as something is to leave.</summary>
    bool Responded { get; }

    /// <summary>The answer to an invoke; null answers 501 to an invoke and 200 to anything else.</summary>
    InvokeResponse? InvokeResponse { get; set; }

    /// <summary>What the turn turned out to be about, for measures and traces: one of few words, never what somebody wrote. Null where nobody says.</summary>
    string? Operation { get; set; }

    /// <summary>Says something in this conversation, as an answer to the activity.</summary>
    /// <param name="activity">What to say; a copy is addressed and kept, so it can be said again.</param>
    /// <param name="promise">How often it may arrive when a process dies on the way.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    Task SendActivityAsync(
        Activity activity, DeliveryPromise promise = DeliveryPromise.AtMostOnce, CancellationToken cancellationToken = default);

    /// <summary>Puts a reaction on the message that came.</summary>
    /// <param name="reaction">One of <see cref="ReactionTypes"/>.</param>
    /// <param name="otherwise">What to say where there is no message to react to, or the channel takes no reaction.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    Task ReactAsync(string reaction, Activity otherwise, CancellationToken cancellationToken = default);

    /// <summary>Replaces a message that the bot sent in this conversation; <see cref="Activity.Id"/> names it.</summary>
    Task UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Takes back a message that the bot sent in this conversation.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);
}

/// <summary>Short forms.</summary>
public static class TurnContextExtensions
{
    /// <summary>Says a plain sentence.</summary>
    public static Task SendActivityAsync(this ITurnContext turnContext, string text, CancellationToken cancellationToken = default) =>
        turnContext.SendActivityAsync(Activity.Message(text), cancellationToken: cancellationToken);
}
