using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>A short list, newest first.</summary>
internal static class ListCard
{
    private const int NumbersInARow = 2;

    public static AdaptiveCard Of(IReadOnlyList<Trunk> trunks, bool more) =>
        Of("Trunks", [.. trunks.Select(Row)], more, "/trunk show and a trunk id");

    public static AdaptiveCard Of(IReadOnlyList<TrunkRequest> requests, bool more) =>
        Of("Requests", [.. requests.Select(Row)], more, $"/trunk show {requests[0].Id}");

    private static AdaptiveCard Of(string title, IReadOnlyList<Row> rows, bool more, string next) => new()
    {
        FallbackText = $"{title}: {string.Join("; ", rows.Select(row => CardText.Visible(row.Title)))}.",
        Body =
        [
            TextBlock.Heading(title),
            .. rows.Select(Element),
            new TextBlock((more ? $"These are the newest {rows.Count}. " : "") + $"For one of them, type {next}.") { Separator = true },
        ],
    };

    private static Container Element(Row row) => new(
    [
        new TextBlock(CardText.Plain(row.Title)) { Weight = TextWeights.Bolder },
        .. row.Lines.Select(line => new TextBlock(CardText.Plain(line)) { Spacing = Spacings.None }),
    ])
    {
        Separator = true,
    };

    private static Row Row(Trunk trunk) => new(
        CardText.Cut(trunk.Name, 64),
        trunk.TrunkId,
        $"{trunk.Direction}, {CardText.Cut(trunk.Domain, 100)}, {Shown.Numbers(trunk.Numbers, NumbersInARow)}");

    private static Row Row(TrunkRequest request) => new(
        $"{request.Id} {CardText.Cut(request.Fields.Name, 64)}".TrimEnd(),
        $"{TrunkTexts.Stage(request.State)}. Asked by {TrunkTexts.Who(request.AskerName)}.");
}

/// <summary>One thing in a list.</summary>
internal sealed record Row(string Title, params string[] Lines);
