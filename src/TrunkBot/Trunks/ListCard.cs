using TrunkBot.Protocol.Cards;

namespace TrunkBot.Trunks;

/// <summary>A short list, newest first.</summary>
internal static class ListCard
{
    public static AdaptiveCard Of(string title, IReadOnlyList<(string Title, string Value)> rows, bool more, string next) => new()
    {
        FallbackText = $"{title}: {string.Join("; ", rows.Select(row => CardText.Visible(row.Title)))}.",
        Body =
        [
            TextBlock.Heading(title),
            .. rows.Select(row => new Container(
            [
                new TextBlock(CardText.Plain(row.Title)) { Weight = TextWeights.Bolder },
                new TextBlock(CardText.Plain(row.Value)),
            ])),
            new TextBlock(more ? $"The newest {rows.Count}. Details of one: {next}" : $"Details of one: {next}") { IsSubtle = true },
        ],
    };
}
