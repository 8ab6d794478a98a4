using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>How each field is asked for: what it is, where it is found, an example.</summary>
internal static class TrunkQuestions
{
    private static IReadOnlyList<Choice> Directions =>
    [
        new Choice("outbound", "out", "outgoing") { Title = DraftTexts.Outbound },
        new Choice("inbound", "in", "incoming") { Title = DraftTexts.Inbound },
    ];

    // Said as well as pressed; NewTrunkDialog hears them at every question.
    private static Choice Back => new("back") { Title = DraftTexts.Back };

    private static Choice Keep => new("keep it") { Title = DraftTexts.KeepIt };

    /// <param name="field">What is asked for.</param>
    /// <param name="draft">For which draft.</param>
    /// <param name="known">What was answered before; null where nothing was.</param>
    public static PromptOptions Of(string field, RequestId draft, string? known) => new()
    {
        Prompt = new Activity
        {
            Type = ActivityTypes.Message,
            Text = known is null ? Question(field, draft) : DraftTexts.Now(field, Shown.Value(field, known), Question(field, draft)),
            TextFormat = TextFormats.Plain,
            // Kept with the question, so that the validator knows which field it judges.
            ValueType = field,
        },
        RetryPrompt = Activity.Message(field == FieldIds.Direction ? FieldTexts.ChooseDirection : DraftTexts.AnswerWithText),
        Choices = field == FieldIds.Direction ? Directions : null,
        Orders = [.. known is null ? Array.Empty<Choice>() : [Keep], .. field == FieldIds.InOrder[0] ? Array.Empty<Choice>() : [Back]],
    };

    public static string FieldOf(PromptOptions options) => options.Prompt!.ValueType!;

    private static string Question(string field, RequestId draft) => field switch
    {
        FieldIds.Name => DraftTexts.AskName(draft),
        FieldIds.Domain => DraftTexts.AskHost,
        FieldIds.Direction => DraftTexts.AskDirection,
        FieldIds.Numbers => DraftTexts.AskNumbers,
        FieldIds.Username => DraftTexts.AskUsername,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "TrunkQuestions has no question for this field."),
    };
}
