using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>Where something stands, as a card's first lines: the state, then what there is to say about it. The colour only helps to find it.</summary>
internal static class StateBanner
{
    public static CardElement Of(string state, string? style)
    {
        var end = state.IndexOf(". ", StringComparison.Ordinal);
        var (first, rest) = end < 0 ? (state, "") : (state[..(end + 1)], state[(end + 2)..]);
        return new Container(
        [
            new TextBlock(CardText.Plain(first)) { Weight = TextWeights.Bolder },
            .. rest.Length > 0 ? [new TextBlock(CardText.Plain(rest)) { Spacing = Spacings.Small }] : Array.Empty<CardElement>(),
        ])
        {
            Style = style ?? ContainerStyles.Emphasis,
        };
    }
}
