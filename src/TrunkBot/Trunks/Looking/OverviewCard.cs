using TrunkBot.Protocol.Cards;

namespace TrunkBot.Trunks.Looking;

/// <summary>What a company has and asks for: charts where the client draws them, the same numbers as text everywhere else.</summary>
internal static class OverviewCard
{
    // A chart with more bars is not taken in at a look; the rest is one bar.
    private const int MostBars = 9;

    public static AdaptiveCard Of(Overview overview) => new()
    {
        FallbackText = OverviewTexts.Aloud(overview),
        Body = overview.Trunks + overview.Requests == 0
            ? [TextBlock.Heading(OverviewTexts.Title), new TextBlock(OverviewTexts.Nothing)]
            :
            [
                TextBlock.Heading(OverviewTexts.Title),
                new TextBlock(OverviewTexts.Summary(overview)),
                .. Parts(OverviewTexts.ByDirection, OverviewTexts.Directions(overview)),
                .. Bars(OverviewTexts.ByCarrier, overview.Carriers),
                .. Bars(OverviewTexts.ByState, OverviewTexts.States(overview)),
                .. overview.Waits.All.Count == 0 ? [] : Bars(OverviewTexts.Waits, overview.Waits.Steps),
                new TextBlock(OverviewTexts.Median(overview.Waits)) { Spacing = Spacings.Medium },
            ],
    };

    private static IEnumerable<CardElement> Parts(string title, IReadOnlyList<Count> counts)
    {
        if (counts.Count > 0)
            yield return new DonutChart(title, [.. counts.Select(count => new DonutPart(count.What, count.Number))])
            {
                Value = OverviewTexts.Number(counts.Sum(count => count.Number)),
                Spacing = Spacings.Large,
                Fallback = Facts(title, counts),
            };
    }

    private static IEnumerable<CardElement> Bars(string title, IReadOnlyList<Count> all)
    {
        IReadOnlyList<Count> counts = all.Count <= MostBars
            ? all
            : [.. all.Take(MostBars - 1), new Count(OverviewTexts.Others, all.Skip(MostBars - 1).Sum(count => count.Number))];
        if (counts.Count > 0)
            yield return new HorizontalBarChart(title, [.. counts.Select(count => new Bar(count.What, count.Number))])
            {
                Spacing = Spacings.Large,
                Fallback = Facts(title, counts),
            };
    }

    private static Container Facts(string title, IReadOnlyList<Count> counts) => new(
    [
        new TextBlock(title) { Weight = TextWeights.Bolder },
        new FactSet([.. counts.Select(count => new Fact(CardText.Plain(count.What), OverviewTexts.Number(count.Number)))]),
    ])
    {
        Spacing = Spacings.Large,
    };
}
