using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Trunks;

/// <summary>A request or trunk as it stands: where it is in its life, what it is, what to do next.</summary>
internal static class TrunkCard
{
    public const string Cancel = "request.cancel", Refresh = "request.refresh";

    public static AdaptiveCard Of(TrunkRequest request, IReadOnlyList<string> people, IReadOnlyList<string> nextSteps, CardActions can)
    {
        var state = TrunkTexts.State(request);
        var id = request.Id.ToString();
        return new AdaptiveCard
        {
            FallbackText = $"{id}: {CardText.Visible(request.Fields.Name)}. {state}",
            Body =
            [
                TextBlock.Heading($"{id}: {CardText.Plain(request.Fields.Name)}"),
                new TextBlock(CardText.Plain(state)) { Weight = TextWeights.Bolder, Color = Color(request.State) },
                new FactSet([.. Facts(request), .. people.Select(Fact)]),
                .. Warnings(request),
                .. Steps(nextSteps),
            ],
            Actions = [.. Buttons(request, id, can)],
        };
    }

    private static IEnumerable<Fact> Facts(TrunkRequest request)
    {
        if (request.TrunkId is { } trunkId)
            yield return new Fact("Trunk id", CardText.Plain(trunkId));
        foreach (var fact in TrunkFacts.Of(request).Where(fact => fact.Value.Length > 0))
            yield return new Fact(fact.Title, CardText.Plain(fact.Value));
        yield return new Fact("Asked by", CardText.Plain(TrunkTexts.Who(request.AskerName)));
    }

    private static Fact Fact(string line)
    {
        var parts = line.Split(": ", 2);
        return new Fact(parts[0], CardText.Plain(parts[^1]));
    }

    private static IEnumerable<CardElement> Warnings(TrunkRequest request) =>
        request.Warnings.Count == 0 || request.State is RequestState.Draft
            ? []
            : [new Container([new TextBlock("Warnings, confirmed by the asker") { Weight = TextWeights.Bolder },
                .. request.Warnings.Select(warning => new TextBlock(CardText.Plain(warning)))]) { Style = ContainerStyles.Warning }];

    private static IEnumerable<CardElement> Steps(IReadOnlyList<string> steps) => steps.Count == 0
        ? []
        : [new TextBlock("What to do next") { Weight = TextWeights.Bolder },
            .. steps.Select((step, index) => new TextBlock($"{index + 1}\\. {CardText.Plain(step)}"))];

    private static IEnumerable<AdaptiveAction> Buttons(TrunkRequest request, string id, CardActions can)
    {
        if (request.State is RequestState.Failed or RequestState.Rejected or RequestState.Expired or RequestState.Cancelled)
            yield return CardButton.Of(can, "Ask again", TrunkFormCard.Open, id);
        if (request.State is RequestState.Pending or RequestState.Approved)
            yield return CardButton.Of(can, "Cancel request", Cancel, id);
        if (!request.IsFinal)
            yield return CardButton.Of(can, "Refresh", Refresh, id);
    }

    private static string? Color(RequestState state) => state switch
    {
        RequestState.Created => TextColors.Good,
        RequestState.Failed or RequestState.OutcomeUnknown => TextColors.Attention,
        RequestState.Rejected or RequestState.Expired => TextColors.Warning,
        _ => null,
    };
}
