using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>Where something stands, as a card's first line. The words say it; the colour only helps to find it.</summary>
internal static class StateBanner
{
    public static CardElement Of(string state, string? style) =>
        new Container([new TextBlock(CardText.Plain(state)) { Weight = TextWeights.Bolder }]) { Style = style ?? ContainerStyles.Emphasis };
}
