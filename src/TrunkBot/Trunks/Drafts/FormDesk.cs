using Microsoft.Extensions.Options;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Opens the form with what is known already.</summary>
internal sealed class FormDesk(
    DraftDesk drafts, TrunkFieldRules rules, WhoApproves who, RequestView view, IOptions<TrunkOptions> options, IOptions<OneTimePageOptions> page, TimeProvider clock)
{
    /// <summary>The draft of this person here, or a new one, with the given fields laid over it.</summary>
    public async Task<(TrunkRequest Draft, bool Resumed)> DraftAsync(ChatTurn turn, TrunkFields given, bool inChat, CancellationToken ct)
    {
        if (await drafts.FindAsync(turn, ct) is not { } draft)
            return (await drafts.OpenAsync(turn, given, inChat, ct), false);
        drafts.Fill(draft, Over(draft.Fields, given), inChat);
        return (draft, true);
    }

    /// <summary>Drops the draft of this person here, if there is one, and opens another.</summary>
    public async Task<TrunkRequest> StartOverAsync(ChatTurn turn, TrunkFields given, bool inChat, CancellationToken ct)
    {
        if (await drafts.FindAsync(turn, ct) is { } old)
            drafts.Discard(old);
        return await drafts.OpenAsync(turn, given, inChat, ct);
    }

    public AdaptiveCard Card(ChatTurn turn, TrunkForm form) =>
        TrunkFormCard.Of(form with { OffersPage = turn.IsPersonal && page.Value.IsOn }, turn.Channel.CardActions);

    /// <summary>The form of a draft that was begun; what is filled in is judged, what is empty is not blamed.</summary>
    public async Task<AdaptiveCard> OpenCardAsync(ChatTurn turn, TrunkRequest draft, string? note, CancellationToken ct)
    {
        var review = rules.Review(draft.Fields, null);
        var filled = review with { Findings = [.. review.Findings.Where(finding => IsFilled(draft.Fields, finding.Field))] };
        return Card(turn, new TrunkForm(draft, draft.Fields == new TrunkFields() ? null : filled, Note: note, Who: await WhoAsync(turn, draft, ct)));
    }

    public async Task<AdaptiveCard> PasswordCardAsync(ChatTurn turn, DraftView draft, TrunkReview? review, CancellationToken ct)
    {
        var approves = await who.OfAsync(turn.Person, draft.Id.Number, draft.Fields, ct);
        return PasswordCard.Of(draft, review, approves, turn.IsPersonal && page.Value.IsOn, turn.Channel.CardActions);
    }

    /// <summary>The card that answers a submit.</summary>
    public async Task<AdaptiveCard> AnswerAsync(ChatTurn turn, TrunkRequest request, SubmitOutcome outcome, CancellationToken ct) => outcome switch
    {
        Submitted => await view.OfAsync(request, turn, ct),
        NeedsFixing fix => Card(turn, new TrunkForm(request, fix.Review, Who: await WhoAsync(turn, request, ct))),
        NeedsConfirmation confirm => Card(turn, new TrunkForm(request, confirm.Review, confirm.Mark, Who: who.Say(confirm.Needs, turn.Person))),
        RefusedByRule refused => Card(turn, new TrunkForm(request, Note: TrunkTexts.AgainstARule(refused.Verdict))),
        _ => Card(turn, new TrunkForm(request, Note: TrunkTexts.NoRoom)),
    };

    public bool HasExpired(TrunkRequest draft) => draft.ChangedAt + options.Value.DraftLifetime <= clock.GetUtcNow();

    private Task<string?> WhoAsync(ChatTurn turn, TrunkRequest draft, CancellationToken ct) => who.OfAsync(turn.Person, draft.Number, draft.Fields, ct);

    private static bool IsFilled(TrunkFields fields, string field) => !string.IsNullOrWhiteSpace(field switch
    {
        FieldIds.Name => fields.Name,
        FieldIds.Domain => fields.Domain,
        FieldIds.Direction => fields.Direction,
        FieldIds.Numbers => fields.Numbers,
        FieldIds.Username => fields.Username,
        _ => null,
    });

    /// <summary>What is given now, laid over what was there.</summary>
    public static TrunkFields Over(TrunkFields before, TrunkFields given) => new()
    {
        Name = given.Name ?? before.Name,
        Domain = given.Domain ?? before.Domain,
        Direction = given.Direction ?? before.Direction,
        Numbers = given.Numbers ?? before.Numbers,
        Username = given.Username ?? before.Username,
    };
}
