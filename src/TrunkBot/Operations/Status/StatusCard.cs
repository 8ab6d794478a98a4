using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Operations.Status;

/// <summary>How TrunkBot is doing: first what needs a look and what to press, then all the rest, quietly.</summary>
internal static class StatusCard
{
    private const int LongestText = 300;

    /// <param name="lines">How everything is.</param>
    /// <param name="problems">What went wrong lately, the newest first; null for somebody who is not to read it.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(IReadOnlyList<StatusLine> lines, IReadOnlyList<string>? problems, CardActions can)
    {
        var (bad, good) = (lines.Where(line => line.NeedsLook).ToList(), lines.Where(line => !line.NeedsLook).ToList());
        var verdict = bad.Count == 0 ? StatusTexts.AllIsWell : StatusTexts.Look(bad.Count);
        return new AdaptiveCard
        {
            FallbackText = string.Join(" ", [verdict, .. bad.Concat(good).Select(Line), .. Aloud(problems)]),
            Body =
            [
                TextBlock.Heading(StatusTexts.Title),
                StateBanner.Of(verdict, bad.Count == 0 ? ContainerStyles.Good : ContainerStyles.Warning),
                .. bad.Select(Element),
                new FactSet([.. good.Select(line => new Fact(CardText.Plain(line.Title), Short(line.Says)))]) { Separator = bad.Count > 0 ? true : null },
                .. problems is null ? Array.Empty<CardElement>() : Problems(problems),
            ],
            Actions = HomeCard.Buttons([.. bad.Select(line => line.Act).OfType<LineChoice>().Distinct()], can),
        };
    }

    private static Container Element(StatusLine line) => new(
    [
        new TextBlock(CardText.Plain(line.Title)) { Weight = TextWeights.Bolder },
        new TextBlock(Short(line.Says)) { Spacing = Spacings.None },
    ])
    {
        Separator = true,
    };

    private static IEnumerable<CardElement> Problems(IReadOnlyList<string> problems) =>
    [
        new TextBlock(StatusTexts.LastProblems) { Weight = TextWeights.Bolder, Separator = true },
        .. problems.DefaultIfEmpty(StatusTexts.NoProblems).Select(problem => new TextBlock(Short(problem)) { IsSubtle = true, Spacing = Spacings.Small }),
    ];

    private static IEnumerable<string> Aloud(IReadOnlyList<string>? problems) =>
        problems is not { Count: > 0 } ? [] : [$"{StatusTexts.LastProblems}:", .. problems];

    private static string Line(StatusLine line) => $"{line.Title}: {CardText.Visible(line.Says)}";

    private static string Short(string text) => CardText.Plain(CardText.Cut(text, LongestText));
}
