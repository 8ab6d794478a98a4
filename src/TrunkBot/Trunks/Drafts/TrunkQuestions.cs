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

    public static PromptOptions Of(string field, RequestId draft) => new()
    {
        Prompt = new Activity
        {
            Type = ActivityTypes.Message,
            Text = Question(field, draft),
            TextFormat = TextFormats.Plain,
            // Kept with the question, so that the validator knows which field it judges.
            ValueType = field,
        },
        RetryPrompt = Activity.Message(Retry(field)),
        Choices = field == FieldIds.Direction ? s_directions : null,
    };

    public static string FieldOf(PromptOptions options) => options.Prompt!.ValueType!;

    private static string Question(string field, RequestId draft) => field switch
    {
        FieldIds.Name => $"This is {draft}; nothing is created before somebody else has approved. What should the trunk be called? At least 3 characters, for example twilio.",
        FieldIds.Domain => "Which SIP host does the carrier give you? Only the host, for example example.pstn.twilio.com.",
        FieldIds.Direction => "Which direction? Outbound: VideoSDK calls the carrier. Inbound: the carrier calls VideoSDK.",
        FieldIds.Numbers => "Which phone numbers? With plus sign and country code, several separated by commas, for example +14155550100, +14155550101.",
        _ => "Which username do the carrier's credentials have? Do not type the password; I ask for it in a masked field.",
    };

    private static string Retry(string field) => field switch
    {
        FieldIds.Direction => "Please answer outbound or inbound.",
        _ => "Please answer with a text.",
    };
}
