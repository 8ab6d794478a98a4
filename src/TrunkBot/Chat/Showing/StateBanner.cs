using System.Text.RegularExpressions;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Showing;

/// <summary>Where something stands, as a card's first lines: the state, then what there is to say about it. The colour only helps to find it.</summary>
internal static partial class StateBanner
{
    /// <param name="state">Sentences; the first is the state.</param>
    /// <param name="ending">How it ended; null while it has not.</param>
    public static CardElement Of(string state, Ending? ending) => Of(state, ending.Style, Sign(ending));

    /// <summary>The banner of something that has no end: it only is well, or is not.</summary>
    /// <param name="state">Sentences; the first is the state.</param>
    /// <param name="style">A colour; null for none.</param>
    public static CardElement Of(string state, string? style) => Of(state, style, null);

    private static Container Of(string state, string? style, Icon? sign)
    {
        var (first, rest) = EndOfSentence().Match(state) is { Success: true, Index: var end } ? (state[..(end + 1)], state[(end + 1)..].TrimStart(' ')) : (state, "");
        CardElement[] said =
        [
            new TextBlock(CardText.Plain(first)) { Weight = TextWeights.Bolder },
            .. rest.Length > 0 ? [new TextBlock(CardText.Plain(rest)) { Spacing = Spacings.Small }] : Array.Empty<CardElement>(),
        ];
        return new Container(sign is null ? said : [new ColumnSet([new Column([sign]) { Width = "auto" }, new Column(said) { Width = "stretch" }])])
        {
            Style = style ?? ContainerStyles.Emphasis,
        };
    }

    private static Icon? Sign(Ending? ending) => ending.Icon is not { } name ? null : new Icon(name)
    {
        Color = ending.Color,
        Size = "Small",
        Style = "Filled",
        // Where there is hardly room for words, they have to do.
        TargetWidth = CardWidths.AtLeastNarrow,
        Fallback = new TextBlock(ending.Mark!) { Weight = TextWeights.Bolder },
    };

    // Those of Hindi and Japanese need no space behind them.
    [GeneratedRegex(@"\.(?= )|[।。](?!$)")]
    private static partial Regex EndOfSentence();
}
