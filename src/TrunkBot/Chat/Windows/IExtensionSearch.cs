using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Windows;

/// <summary>Finds what can be put into a message: the features know what there is.</summary>
internal interface IExtensionSearch
{
    /// <summary>What this person may see of it, the newest first.</summary>
    Task<IReadOnlyList<Found>> FindAsync(ChatTurn turn, string text, CancellationToken ct);

    /// <summary>What a link leads to; null where there is nothing, and alike where this person may not see it.</summary>
    Task<Found?> OfLinkAsync(ChatTurn turn, string? url, CancellationToken ct);
}

/// <summary>Something that can be put into a message.</summary>
/// <param name="Card">Is seen by all who read the message: it says nothing that is for some alone.</param>
/// <param name="Title">Its line in the list.</param>
/// <param name="State">The line below.</param>
internal sealed record Found(AdaptiveCard Card, string Title, string State);
