namespace TrunkBot.Protocol.Cards;

/// <summary>
/// What a client does when it shows a card: it presses this for its person, and shows the card that comes back to them alone. At most once a minute, and
/// anew when the message was changed; where no card comes back, the one in the message stays.
/// </summary>
/// <param name="Action">An <see cref="ExecuteAction"/>; it arrives with the trigger <c>automatic</c>.</param>
/// <param name="UserIds">The channel's ids of those whose clients do it by themselves, at most <see cref="MostUsers"/>; everybody else can by hand.</param>
/// <remarks>Source: Teams documentation, "Universal Actions for Adaptive Cards" and "User-specific views".</remarks>
public sealed record CardRefresh(AdaptiveAction Action, IReadOnlyList<string> UserIds)
{
    /// <summary>The most ids that Teams takes.</summary>
    public const int MostUsers = 60;
}
