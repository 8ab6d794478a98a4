using Microsoft.Extensions.Options;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Trunks.Drafts.Passwords;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Submitting;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Opens the form with what is known already.</summary>
internal sealed class FormDesk(
    DraftDesk drafts, TrunkFieldRules rules, WhoApproves who, RequestView view, IOptions<OneTimePageOptions> page)
{
    /// <summary>
    /// The draft of this person here with the given fields laid over it, or a new one. A line that names a trunk is about that trunk: it opens a draft of
    /// its own beside one that names another.
    /// </summary>
    /// <returns>The draft, and what there is to say about it; null for nothing.</returns>
    public async Task<(TrunkRequest Draft, string? Note)> DraftAsync(ChatTurn turn, TrunkFields given, bool inChat, CancellationToken ct)
    {
        if (await drafts.FindAsync(turn, ct) is not { } draft || NamesAnother(draft.Fields, given))
            return (await drafts.OpenAsync(turn, Held(given, inChat), inChat, ct), null);
        var lost = drafts.Fill(draft, Held(given.Over(draft.Fields), inChat), inChat);
        return (draft, lost ? TrunkTexts.ResumedWithoutPassword(draft) : TrunkTexts.Resumed(draft));
    }

    /// <summary>Drops the draft of this person here, if there is one, and opens another.</summary>
    public async Task<TrunkRequest> StartOverAsync(ChatTurn turn, TrunkFields given, bool inChat, CancellationToken ct)
    {
        if (await drafts.FindAsync(turn, ct) is { } old)
            drafts.Discard(old);
        return await drafts.OpenAsync(turn, Held(given, inChat), inChat, ct);
    }

    /// <summary>What the form shows is what the draft holds: values as they will be sent and, but for questions, the direction that is chosen when the form opens.</summary>
    public TrunkFields Held(TrunkFields fields, bool inChat) =>
        rules.Mend(inChat || !string.IsNullOrWhiteSpace(fields.Direction) ? fields : fields with { Direction = TrunkDirection.Outbound });

    public static bool NamesAnother(TrunkFields before, TrunkFields given) =>
        IsAnother(before.Name, given.Name) || IsAnother(before.Domain, given.Domain);

    private static bool IsAnother(string? before, string? given) =>
        !string.IsNullOrWhiteSpace(before) && given is not null && !before.Trim().Equals(given.Trim(), StringComparison.OrdinalIgnoreCase);

    public AdaptiveCard Card(ChatTurn turn, TrunkForm form) =>
        TrunkFormCard.Of(form with { OffersPage = turn is { IsPersonal: true, IsWindow: false } && page.Value.IsOn }, turn.Channel.CardActions);

    /// <summary>The form of a draft that was begun; what is filled in is judged, what is empty is not blamed.</summary>
    public async Task<AdaptiveCard> OpenCardAsync(ChatTurn turn, TrunkRequest draft, string? note, CancellationToken ct)
    {
        var review = rules.Review(draft.Fields, null, turn.Region);
        var filled = review with { Findings = [.. review.Findings.Where(finding => !string.IsNullOrWhiteSpace(draft.Fields.Of(finding.Field)))] };
        return Card(turn, new TrunkForm(draft, draft.Fields == new TrunkFields() ? null : filled, Note: note, Who: await who.OfAsync(turn.Person, draft.Number, review, ct)));
    }

    public async Task<AdaptiveCard> PasswordCardAsync(ChatTurn turn, DraftView draft, TrunkReview? review, CancellationToken ct)
    {
        var approves = await who.OfAsync(turn.Person, draft.Id.Number, draft.Fields, ct);
        return PasswordCard.Of(draft, review, approves, turn.IsPersonal && page.Value.IsOn, turn.Channel.CardActions);
    }

    /// <summary>The card that answers a submit.</summary>
    public async Task<AdaptiveCard> AnswerAsync(ChatTurn turn, TrunkRequest request, SubmitOutcome outcome, CancellationToken ct) => outcome switch
    {
        Submitted done => TrunkFormCard.WithNotes(await view.OfAsync(request, turn, ct), done.Notes),
        NeedsFixing fix => Card(turn, new TrunkForm(request, fix.Review, Who: await who.OfAsync(turn.Person, request.Number, request.Fields, ct))),
        NeedsConfirmation confirm => Card(turn, new TrunkForm(request, confirm.Review, confirm.Mark, Who: who.Say(confirm.Needs, turn.Person))),
        RefusedByRule refused => Card(turn, new TrunkForm(request, Note: TrunkTexts.AgainstARule(refused.Verdict))),
        _ => Card(turn, new TrunkForm(request, Note: TrunkTexts.NoRoom)),
    };

    public bool HasExpired(TrunkRequest draft) => drafts.HasExpired(draft);
}
