using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Showing;

/// <summary>Where something stands, in a word or two, for lists.</summary>
internal static class StateBadge
{
    /// <param name="state">The word or two.</param>
    /// <param name="ending">How it ended; null while it has not.</param>
    public static CardElement Of(string state, Ending? ending) => new Badge(state)
    {
        Style = ending.BadgeStyle,
        Icon = ending.Icon ?? "Clock",
        Appearance = "Tint",
        Spacing = Spacings.Small,
        Fallback = new TextBlock(CardText.Plain(ending.Mark is { } mark ? $"{mark} {state}" : state)) { Spacing = Spacings.None },
    };
}
