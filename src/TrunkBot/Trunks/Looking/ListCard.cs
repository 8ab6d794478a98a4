using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>A short list, newest first, with a button for each row.</summary>
internal static class ListCard
{
    private const int NumbersInARow = 2;

    public static AdaptiveCard Of(IReadOnlyList<Trunk> trunks, bool more, DateTimeOffset now, CardActions can) =>
        Of(Say.It("Trunks"), [.. trunks.Select(trunk => Row(trunk, now))], more, can);

    /// <param name="title">What these requests are.</param>
    /// <param name="requests">The newest first.</param>
    /// <param name="more">Whether there are others that the list has no room for.</param>
    /// <param name="now">For how long they have been there, and how long they will.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(string title, IReadOnlyList<ListedRequest> requests, bool more, DateTimeOffset now, CardActions can) =>
        Of(title, [.. requests.Select(request => Row(request, now))], more, can);

    private static AdaptiveCard Of(string title, IReadOnlyList<Row> rows, bool more, CardActions can) => new()
    {
        FallbackText = $"{title}: {string.Join("; ", rows.Select(row => CardText.Visible(row.Title)))}.",
        Body =
        [
            TextBlock.Heading(title),
            Table(rows, can),
            .. more ? [new TextBlock(LookingTexts.Newest(rows.Count)) { Separator = true, IsSubtle = true }] : Array.Empty<CardElement>(),
        ],
    };

    private static Table Table(IReadOnlyList<Row> rows, CardActions can) => new(
        [new TableColumn(5), new TableColumn(2)],
        [.. rows.Select(row => new TableRow([new TableCell(Said(row)), new TableCell([new ActionSet([CardButton.Line(can, Say.It("Show"), $"trunk show {row.Id}")])])]))])
    {
        FirstRowAsHeaders = false,
    };

    private static IReadOnlyList<CardElement> Said(Row row) =>
    [
        new TextBlock(CardText.Plain(row.Title)) { Weight = TextWeights.Bolder },
        .. row.Stage is { } stage ? [StateBadge.Of(TrunkTexts.Stage(stage), TrunkCard.EndOf(stage))] : Array.Empty<CardElement>(),
        .. row.Lines.Select(line => new TextBlock(CardText.Plain(line)) { Spacing = Spacings.None }),
    ];

    private static Row Row(Trunk trunk, DateTimeOffset now) => new(
        trunk.TrunkId,
        CardText.Cut(trunk.Name, 64),
        trunk.TrunkId,
        $"{Shown.Value(FieldIds.Direction, trunk.Direction)}, {CardText.Cut(trunk.Domain, 100)}, {Shown.Numbers(trunk.Numbers, NumbersInARow)}",
        LookingTexts.Created(now - trunk.CreatedAt));

    private static Row Row(ListedRequest listed, DateTimeOffset now)
    {
        var request = listed.Request;
        var state = request.State is RequestState.Draft ? LookingTexts.Begun(now - request.CreatedAt) : LookingTexts.Asked(request, now - request.CreatedAt);
        return new(
            request.Id.ToString(), $"{request.Id} {CardText.Cut(request.Fields.Name, 64)}".TrimEnd(),
            [state, .. listed.ExpiresAt is { } end ? [LookingTexts.Expires(end - now)] : Array.Empty<string>()])
        {
            // A draft's line says already that it is one.
            Stage = request.State is RequestState.Draft ? null : request.State,
        };
    }
}

/// <summary>A request in a list.</summary>
/// <param name="Request">The request.</param>
/// <param name="ExpiresAt">When it ends by itself; null for one that does not.</param>
internal sealed record ListedRequest(TrunkRequest Request, DateTimeOffset? ExpiresAt);

/// <summary>One thing in a list.</summary>
internal sealed record Row(string Id, string Title, params string[] Lines)
{
    /// <summary>Where a request is in its life; null for what is none.</summary>
    public RequestState? Stage { get; init; }
}
