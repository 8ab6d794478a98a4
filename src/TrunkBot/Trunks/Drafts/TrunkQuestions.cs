using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>How each field is asked for: what it is, where it is found, an example.</summary>
internal static class TrunkQuestions
{
    private static readonly IReadOnlyList<Choice> s_directions =
    [
        new Choice("outbound", "out", "outgoing") { Title = "Outbound" },
        new Choice("inbound", "in", "incoming") { Title = "Inbound" },
    ];

    // Said as well as pressed; NewTrunkDialog hears them at every question.
    private static readonly Choice s_back = new("back") { Title = "Back" }, s_keep = new("keep it") { Title = "Keep it" };

    /// <param name="field">What is asked for.</param>
    /// <param name="draft">For which draft.</param>
    /// <param name="known">What was answered before; null where nothing was.</param>
    public static PromptOptions Of(string field, RequestId draft, string? known) => new()
    {
        Prompt = new Activity
        {
            Type = ActivityTypes.Message,
            Text = known is null ? Question(field, draft) : DraftTexts.Now(Called(field), Shown.Text(known), Question(field, draft)),
            TextFormat = TextFormats.Plain,
            // Kept with the question, so that the validator knows which field it judges.
            ValueType = field,
        },
        RetryPrompt = Activity.Message(field == FieldIds.Direction ? DraftTexts.ChooseDirection : DraftTexts.AnswerWithText),
        Choices = field == FieldIds.Direction ? s_directions : null,
        Orders = [.. known is null ? Array.Empty<Choice>() : [s_keep], .. field == FieldIds.InOrder[0] ? Array.Empty<Choice>() : [s_back]],
    };

    public static string FieldOf(PromptOptions options) => options.Prompt!.ValueType!;

    private static string Question(string field, RequestId draft) => field switch
    {
        FieldIds.Name => $"This is {draft}; nothing is created before an approver says yes. What should the trunk be called? At least 3 characters, for example twilio.",
        FieldIds.Domain => "Which SIP host did the carrier give you? Just the host, for example example.pstn.twilio.com.",
        FieldIds.Direction => "Which direction? Outbound for calls you make, inbound for calls to you.",
        FieldIds.Numbers => "Which phone numbers? Start each with + and the country code, and put commas between them, for example +14155550100, +14155550101.",
        FieldIds.Username => "Which username did the carrier give you? Don't type the password: I ask for it in a masked field.",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "TrunkQuestions has no question for this field."),
    };

    private static string Called(string field) => field switch
    {
        FieldIds.Domain => "host",
        FieldIds.Numbers => "phone number list",
        _ => field,
    };
}
