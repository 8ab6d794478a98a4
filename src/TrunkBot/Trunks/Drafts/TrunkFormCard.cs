using System.Text;
using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What the form shows.</summary>
/// <param name="Draft">Whose values it holds.</param>
/// <param name="Review">What there is to say about them; null while nothing was submitted.</param>
/// <param name="Mark">Set when only warnings are left: the mark that *Submit anyway* sends back.</param>
/// <param name="Note">A sentence at the top.</param>
/// <param name="Who">Who would have to approve; null while nobody can tell.</param>
/// <param name="OffersPage">The one-time page can be had here.</param>
internal sealed record TrunkForm(
    TrunkRequest Draft, TrunkReview? Review = null, string? Mark = null, string? Note = null, string? Who = null, bool OffersPage = false);

/// <summary>The form that asks for a trunk.</summary>
internal static class TrunkFormCard
{
    public const string Open = "trunk.new", Submit = "trunk.submit", InChat = "trunk.chat", OneTimePage = "trunk.page", Use = "trunk.use";

    /// <summary>Members of a button's data: which field is to get which value.</summary>
    public const string Field = "field", Value = "value";

    private const int MostSuggestions = 2, LongestTitle = 48;

    public static AdaptiveCard Of(TrunkForm form, CardActions can)
    {
        var id = form.Draft.Id.ToString();
        return new AdaptiveCard
        {
            FallbackText = DraftTexts.NoFormHere(form.Draft.Id),
            Body = [.. Top(form), .. Inputs(form.Draft.Fields, form.Draft.ProtectedPassword is not null)],
            Actions =
            [
                form.Mark is { } mark
                    ? CardButton.Of(can, DraftTexts.SubmitAnyway, Submit, id, [(FormClick.Form, "all"), ("confirmed", mark)])
                    : CardButton.Of(can, DraftTexts.Submit, Submit, id, [(FormClick.Form, "all")]),
                .. form.OffersPage ? [CardButton.Dialog(can, DraftTexts.OneTimePage, OneTimePage, id, (FormClick.Form, "all"))] : Array.Empty<AdaptiveAction>(),
                .. Suggestions(form.Review, can, id),
                CardButton.Of(can, DraftTexts.OneByOne, InChat, id, [(FormClick.Form, "all")]),
                CardButton.Of(can, DraftTexts.StartOver, Open, id, ("startOver", "true"), withInputs: false),
            ],
        };
    }

    /// <summary>The card that answers a submit, with what was mended on the way.</summary>
    public static AdaptiveCard WithNotes(AdaptiveCard answer, IReadOnlyList<Finding> notes) =>
        notes.Count == 0 ? answer : answer with { Body = [.. answer.Body, .. FindingList.NotesOf(notes)] };

    /// <summary>Buttons for what was probably meant.</summary>
    public static IEnumerable<AdaptiveAction> Suggestions(TrunkReview? review, CardActions can, string id) => (review?.Findings ?? [])
        .Where(finding => finding.Suggestion is not null)
        .Take(MostSuggestions)
        .Select(finding => CardButton.Of(
            can, DraftTexts.Use(CardText.Cut(Shown.Value(finding.Field, finding.Suggestion), LongestTitle)), Use, id, [(FormClick.Form, "all"), (Field, finding.Field), (Value, finding.Suggestion!)]));

    private static IEnumerable<CardElement> Top(TrunkForm form)
    {
        yield return TextBlock.Heading(DraftTexts.NewTrunk);
        yield return new TextBlock(Opening(form)) { IsSubtle = true };
        if (form.Review is not { } review)
            yield break;
        if (FindingList.Of(review) is { } findings)
            yield return findings;
        if (review.Hints.Count > 0)
            yield return new TextBlock(CardText.Plain($"{review.Preset.Called}: {string.Join(" ", review.Hints.Select(Say.It))}"));
    }

    private static string Opening(TrunkForm form) => form.Note is null
        ? DraftTexts.Opening(form.Draft.Id, form.Who ?? DraftTexts.NothingWithoutApproval)
        : $"{form.Note} {form.Who}".TrimEnd();

    public static IEnumerable<CardElement> Inputs(TrunkFields fields, bool hasPassword)
    {
        yield return Line(FieldIds.Name, DraftTexts.NameLabel, "twilio-voice-agents", fields.Name, 128);
        yield return Line(FieldIds.Domain, DraftTexts.HostLabel, "example.pstn.twilio.com", fields.Domain, 300);
        yield return new ChoiceSetInput(
            FieldIds.Direction, FieldTexts.Direction,
            [new(DraftTexts.OutboundCalls, "outbound"), new(DraftTexts.InboundCalls, "inbound")])
        {
            Value = KnownDirection(fields.Direction),
        };
        yield return Line(FieldIds.Numbers, DraftTexts.NumbersLabel, "+14155550100, +14155550101", fields.Numbers, 10_000) with { IsMultiline = true };
        yield return Line(FieldIds.Username, DraftTexts.UsernameLabel, "acme", fields.Username, 300);
        yield return new TextInput(FieldIds.Password, DraftTexts.PasswordLabel)
        {
            Style = TextInputStyles.Password,
            Placeholder = hasPassword ? DraftTexts.PasswordEntered : DraftTexts.FromCredentials,
            MaxLength = 300,
        };
    }

    private static TextInput Line(string id, string label, string example, string? value, int most) => new(id, label)
    {
        Placeholder = example,
        Value = value is { Length: > 0 } && Encoding.UTF8.GetByteCount(value) <= most ? CardText.Visible(value) : null,
        MaxLength = most,
    };

    // What is shown is what is held: nothing is chosen where nothing was.
    private static string? KnownDirection(string? direction) => direction?.Trim().ToLowerInvariant() is ("inbound" or "outbound") and var known ? known : null;
}
