using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>
/// What makes a turn atomic: one transaction holds everything that the turn changed, its answer, its outgoing activities and the mark
/// that its activity was seen. Resolved from the turn's own scope, so that state and marks share one unit of work.
/// </summary>
public interface ITurnStore
{
    /// <summary>
    /// After <see cref="TryCommitAsync"/> said false, a name for what others change too, such as a row: turns that lose about the same thing run
    /// again one after the other, and are in nobody else's way. Null, as it is by default, when there is none.
    /// </summary>
    string? Contested => null;

    /// <summary>The turn that was stored under this key; null when the activity is new.</summary>
    Task<StoredTurn?> FindAsync(string turnKey, CancellationToken cancellationToken);

    /// <summary>Stores the turn with everything that it changed in this scope.</summary>
    /// <returns>False when another turn was faster (the same activity, or the same state): nothing was stored; run it again in a new scope.</returns>
    Task<bool> TryCommitAsync(StoredTurn turn, CancellationToken cancellationToken);
}

/// <summary>Sends what committed turns have left.</summary>
public interface IOutbox
{
    /// <summary>Sends these, in order, as far as nobody else has sent or claimed them. A failure is kept for a later try; it does not throw.</summary>
    Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken);
}

/// <summary>A turn as it is stored.</summary>
/// <param name="Key">See <see cref="TurnKey"/>; null for an activity that cannot be told from others.</param>
/// <param name="Response">The HTTP status and body that the channel got, the same for a redelivery.</param>
/// <param name="Outgoing">What is to leave; from <see cref="ITurnStore.FindAsync"/> only what is not yet marked sent.</param>
public sealed record StoredTurn(string? Key, InvokeResponse Response, IReadOnlyList<OutgoingActivity> Outgoing);
