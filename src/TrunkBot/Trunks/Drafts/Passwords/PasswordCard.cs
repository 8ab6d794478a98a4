using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts.Passwords;

/// <summary>What was answered so far, and the password in a masked field.</summary>
internal static class PasswordCard
{
    /// <param name="draft">What was answered.</param>
    /// <param name="review">What there is to say about it; null while nothing was submitted.</param>
    /// <param name="who">Who would have to approve; null where nobody can tell.</param>
    /// <param name="offersPage">The one-time page can be had here.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(DraftView draft, TrunkReview? review, string? who, bool offersPage, CardActions can)
    {
        var id = draft.Id.ToString();
        return new AdaptiveCard
        {
            FallbackText = DraftTexts.NoMaskedFieldHere(draft.Id),
            Body =
            [
                TextBlock.Heading(CardText.Plain($"{id}: {Shown.Text(draft.Fields.Name)}")),
                .. review is null || FindingList.Of(review) is not { } findings ? Array.Empty<CardElement>() : [findings],
                new FactSet([.. TrunkFacts.Shown(draft.Fields).Select(fact => new Fact(fact.Title, CardText.Plain(fact.Value)))]),
                .. who is null ? Array.Empty<CardElement>() : [new TextBlock(who) { IsSubtle = true }],
                new TextInput(FieldIds.Password, DraftTexts.PasswordLabel)
                {
                    Style = TextInputStyles.Password,
                    Placeholder = draft.HasPassword ? DraftTexts.PasswordEntered : DraftTexts.FromCredentials,
                    MaxLength = 300,
                },
            ],
            Actions =
            [
                CardButton.Of(can, DraftTexts.Submit, TrunkFormCard.Submit, id),
                .. offersPage ? [CardButton.Of(can, DraftTexts.OneTimePage, TrunkFormCard.OneTimePage, id)] : Array.Empty<AdaptiveAction>(),
                CardButton.Answer(DraftTexts.Back, "back"),
                CardButton.Of(can, DraftTexts.StartOver, TrunkFormCard.Open, id, ("startOver", "true"), withInputs: false),
            ],
        };
    }
}
