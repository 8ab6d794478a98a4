using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Delegating;
using TrunkBot.Approvals.Pushing;
using TrunkBot.Approvals;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Settling;

namespace TrunkBot.Trunks.Looking;

/// <summary>A request or trunk as it stands: where it is in its life, what it is, what to do next.</summary>
internal static class TrunkCard
{
    public const string Cancel = "request.cancel", Refresh = "request.refresh";

    /// <param name="request">What is shown.</param>
    /// <param name="people">Lines with a colon: who has to approve, who has decided.</param>
    /// <param name="nextSteps">What to do at the carrier.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    /// <param name="rights">What whoever looks may do next: each is a button, and there are no others.</param>
    /// <param name="seen">Names what the card shows, for whoever decides by it; null when nobody does.</param>
    public static AdaptiveCard Of(
        TrunkRequest request, IReadOnlyList<string> people, IReadOnlyList<string> nextSteps, CardActions can, RequestRights rights, string? seen)
    {
        var state = TrunkTexts.State(request);
        var id = request.Id.ToString();
        var title = request.Fields.Name is { Length: > 0 } name ? $"{id}: {Shown.Text(name)}" : id;
        return new AdaptiveCard
        {
            FallbackText = $"{CardText.Visible(title)}. {CardText.Visible(state)}",
            Body =
            [
                TextBlock.Heading(CardText.Plain(title)),
                StateBanner.Of(state, EndOf(request.State)),
                new FactSet([.. Facts(request), .. people.Select(Fact)]),
                .. Warnings(request),
                .. Steps(nextSteps),
                .. rights.Decision.Reject.IsGiven ? [ApprovalCard.CommentField()] : Array.Empty<CardElement>(),
            ],
            Actions = [.. Decisions(id, can, rights.Decision, seen), .. Buttons(request, id, can, rights)],
        };
    }

    private static IEnumerable<Fact> Facts(TrunkRequest request)
    {
        // Where it was created the state says it.
        if (request is { TrunkId: { } trunkId, State: not RequestState.Created })
            yield return new Fact(TrunkTexts.TrunkId, CardText.Plain(trunkId));
        foreach (var fact in TrunkFacts.Shown(request))
            yield return new Fact(fact.Title, CardText.Plain(fact.Value));
        yield return new Fact(ApprovalTexts.AskedBy, CardText.Plain(TrunkTexts.Who(request.AskerName)));
    }

    private static Fact Fact(string line)
    {
        var parts = line.Split(": ", 2);
        return new Fact(parts[0], CardText.Plain(parts[^1]));
    }

    private static IEnumerable<CardElement> Warnings(TrunkRequest request) =>
        request.Warnings.Count == 0 || request.State is RequestState.Draft
            ? []
            : [new Container([new TextBlock(TrunkTexts.WarningsConfirmed) { Weight = TextWeights.Bolder },
                .. request.Warnings.Select(warning => new TextBlock(CardText.Plain(warning.ToString())))]) { Style = ContainerStyles.Warning }];

    private static IEnumerable<CardElement> Steps(IReadOnlyList<string> steps) => steps.Count == 0
        ? []
        : [new TextBlock(TrunkTexts.WhatNext) { Weight = TextWeights.Bolder, Spacing = Spacings.Large },
            .. steps.Select((step, index) => new TextBlock($"{index + 1}\\. {CardText.Plain(step)}"))];

    private static IEnumerable<AdaptiveAction> Decisions(string id, CardActions can, ApprovalRights rights, string? seen)
    {
        if (rights.Approve.IsGiven)
            yield return CardButton.Of(can, ApprovalTexts.Approve, ApprovalCard.Approve, id, (ApprovalCard.Seen, seen!));
        if (rights.Reject.IsGiven)
            yield return CardButton.Of(can, ApprovalTexts.Reject, ApprovalCard.Reject, id);
        if (rights.Delegate.IsGiven)
            yield return CardButton.Of(can, HandoverTexts.LeaveToColleague, DelegateCard.Delegate, id, withInputs: false);
        if (rights.TakeBack.IsGiven)
            yield return CardButton.Line(can, HandoverTexts.TakeItBack, $"trunk delegate {id} me");
        if (rights.Push.IsGiven)
            yield return CardButton.Of(can, PushTexts.PushIt, PushCard.Push, id, withInputs: false);
    }

    private static IEnumerable<AdaptiveAction> Buttons(TrunkRequest request, string id, CardActions can, RequestRights rights)
    {
        if (rights.AskAgain.IsGiven)
            yield return CardButton.Of(can, TrunkTexts.AskAgain, TrunkFormCard.Open, id);
        if (rights.Edit.IsGiven)
            yield return CardButton.Line(can, TrunkTexts.Change, $"trunk edit {id}");
        if (rights.Cancel.IsGiven)
            yield return CardButton.Of(can, TrunkTexts.CancelRequest, Cancel, id, withInputs: false);
        if (rights.Settle.IsGiven)
            yield return CardButton.Of(can, ProvisioningTexts.Settle, SettleCard.Settle, id);
        if (rights.Retry.IsGiven)
            yield return CardButton.Of(can, ProvisioningTexts.TryAgain, HoldCard.Retry, id, withInputs: false);
        if (!request.IsFinal)
            yield return CardButton.Of(can, TrunkTexts.Refresh, Refresh, id, withInputs: false);
    }

    /// <summary>How a request ended; null while it has not.</summary>
    public static Ending? EndOf(RequestState state) => state switch
    {
        RequestState.Created => Ending.Done,
        RequestState.Failed => Ending.NotDone,
        RequestState.OutcomeUnknown => Ending.Unconfirmed,
        RequestState.Rejected => Ending.Refused,
        RequestState.Cancelled => Ending.TakenBack,
        RequestState.Expired => Ending.TooLate,
        _ => null,
    };
}
