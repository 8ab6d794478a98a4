using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>Where something stands, as a card's first lines: the state, then what there is to say about it. The colour only helps to find it.</summary>
internal static class StateBanner
{
    /// <param name="state">Sentences; the first is the state.</param>
    /// <param name="style">A colour; null for none.</param>
    /// <param name="mark">A sign that tells one end from another without the colour; null while nothing has ended.</param>
    public static CardElement Of(string state, string? style, string? mark = null)
    {
        var end = state.IndexOf(". ", StringComparison.Ordinal);
        var (first, rest) = end < 0 ? (state, "") : (state[..(end + 1)], state[(end + 2)..]);
        return new Container(
        [
            new TextBlock(mark is null ? CardText.Plain(first) : $"{mark} {CardText.Plain(first)}") { Weight = TextWeights.Bolder },
            .. rest.Length > 0 ? [new TextBlock(CardText.Plain(rest)) { Spacing = Spacings.Small }] : Array.Empty<CardElement>(),
        ])
        {
            Style = style ?? ContainerStyles.Emphasis,
        };
    }
}
