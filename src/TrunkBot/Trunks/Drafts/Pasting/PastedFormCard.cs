using System.Text;
using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Drafts.Pasting;

/// <summary>The form with the lines that its values came from, and buttons where a message says two things.</summary>
internal static class PastedFormCard
{
    /// <summary>Member of a button's data: what the form says beside its values, to be said again.</summary>
    public const string Notes = "paste";

    private const int LongestTitle = 60, MostCarried = 1000, LongestValue = 300, LongestLine = 400;

    /// <param name="form">The form with its values.</param>
    /// <param name="notes">What to say beside them.</param>
    /// <param name="requestId">The draft.</param>
    /// <param name="can">What buttons can do here.</param>
    public static AdaptiveCard Of(AdaptiveCard form, PasteNotes notes, string requestId, CardActions can)
    {
        // Each button carries the notes, so that the form that it leads to has them too; what is too long for a card is not carried.
        var json = notes.ToJson();
        var carried = Encoding.UTF8.GetByteCount(json) <= MostCarried ? json : "";
        return form with { Body = [.. form.Body.SelectMany(element => With(element, notes, carried, requestId, can)), .. NotUsed(notes)] };
    }

    private static IEnumerable<CardElement> With(CardElement element, PasteNotes notes, string carried, string requestId, CardActions can)
    {
        yield return element;
        if (element is not CardInput { Id: var field })
            yield break;
        foreach (var source in notes.Sources.Where(source => source.Field == field))
            yield return Small(PasteTexts.From(source.Line));
        List<PasteLine> choices = [.. notes.Choices.Where(choice => choice.Field == field && Encoding.UTF8.GetByteCount(choice.Value) <= LongestValue)];
        if (choices.Count is 0)
            yield break;
        yield return Small(PasteTexts.Several(choices.Count));
        foreach (var line in choices.Select(choice => choice.Line).Distinct())
            yield return Small(PasteTexts.From(line));
        yield return new ActionSet([.. choices.Select(choice => Button(choice, carried, requestId, can))]);
    }

    private static IEnumerable<CardElement> NotUsed(PasteNotes notes) =>
        notes.NotUsed.Count is 0 ? [] : [Small(PasteTexts.NotUsed(string.Join(" · ", notes.NotUsed)))];

    private static TextBlock Small(string text) => new(CardText.Plain(CardText.Cut(text, LongestLine))) { IsSubtle = true, Size = TextSizes.Small, Spacing = Spacings.Small };

    private static AdaptiveAction Button(PasteLine choice, string carried, string requestId, CardActions can)
    {
        var title = DraftTexts.Use(Intake.Field.Short(Shown.Value(choice.Field, choice.Value), LongestTitle));
        return CardButton.Of(
            can, title, TrunkFormCard.Use, requestId, [(FormClick.Form, "all"), (TrunkFormCard.Field, choice.Field), (TrunkFormCard.Value, choice.Value), (Notes, carried)]);
    }
}
