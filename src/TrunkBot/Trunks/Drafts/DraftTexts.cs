using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What is said while a trunk is asked for: the form, the questions, and a password that was typed.</summary>
internal static class DraftTexts
{
    public const string
        Submit = "Submit",
        SubmitAnyway = "Submit anyway",
        OneTimePage = "Password by one-time page",
        OpenThePage = "Open the page",
        OneByOne = "Ask me one by one",
        StartOver = "Start over",
        Back = "Back",
        KeepIt = "Keep it",
        Outbound = "Outbound",
        Inbound = "Inbound";

    public const string
        NewTrunk = "New SIP trunk",
        NameLabel = "Name (at least 3 characters)",
        HostLabel = "Host (from the carrier, without sip: or a port)",
        NumbersLabel = "Numbers (with + and country code; several with commas)",
        UsernameLabel = "Username (from the carrier's credentials)",
        PasswordLabel = "Password (masked; kept encrypted until the trunk exists)",
        PasswordEntered = "already entered: leave empty to keep it",
        FromCredentials = "from the carrier's credentials",
        OutboundCalls = "Outbound: VideoSDK calls the carrier",
        InboundCalls = "Inbound: the carrier calls VideoSDK";

    public const string NothingWithoutApproval = "Nothing is created before somebody else has approved.";

    public static string Opening(RequestId draft, string who) => $"Request {draft}. {who}";

    public static string NoFormHere(RequestId draft) => $"New SIP trunk, draft {draft}. Your client can't show the form: type /trunk new --chat instead.";

    public static string NoMaskedFieldHere(RequestId draft) => $"{draft}: your client can't show the masked field for the password. Go on in another client.";

    public static string NoLinkHere(RequestId draft) =>
        $"{draft}: your client can't show the link to the one-time page. Enter the password in the form's masked field.";

    public static string PasswordFor(RequestId draft) => $"Password for {draft}";

    public const string AboutThePage =
        "Open the page to enter the password outside of the chat, or to have one generated. The link is for you alone, works once, and for 15 minutes.";

    public static string Use(string value) => $"Use {value}";

    // The questions.
    public static string AskName(RequestId draft) =>
        $"This is {draft}; nothing is created before an approver says yes. What should the trunk be called? At least 3 characters, for example twilio.";

    public const string AskHost = "Which SIP host did the carrier give you? Just the host, for example example.pstn.twilio.com.";

    public const string AskDirection = "Which direction? Outbound for calls you make, inbound for calls to you.";

    public const string AskNumbers =
        "Which phone numbers? Start each with + and the country code, and put commas between them, for example +14155550100, +14155550101.";

    public const string AskUsername = "Which username did the carrier give you? Don't type the password: I ask for it in a masked field.";

    public const string PasswordOnALine =
        "That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Then type /trunk new and enter the new one in the password field.";

    public const string PasswordInTheCard = "Enter the password in the card's field, then press Submit.";

    public const string Help = "Answer the question, say back for the one before, or say cancel to stop. Type /trunk new to go on in the form.";

    public const string ConfirmHelp = "Say yes to submit with the warnings, no to change something in the form, or cancel to keep it as a draft.";

    public const string WayOut = "Or say cancel.";

    public const string FirstQuestion = "This is the first question. Say cancel to stop.";

    public const string CannotSkip = "I need this one: VideoSDK can't create a trunk without it.";

    public const string AnswerWithText = "Answer with a text.";

    public const string AnswerYesOrNo = "Answer yes or no.";

    /// <summary>A password as an option of a line.</summary>
    public static string PasswordTyped(bool isPersonal) => isPersonal
        ? PasswordOnALine
        : "That looks like a password. I didn't save it, but everybody here can read it, so change it at your carrier. Then type /trunk new and enter the new one in the password field.";

    /// <summary>A question that was answered before.</summary>
    public static string Now(string field, string value, string question) => $"{Now(field, value)} {question}";

    private static string Now(string field, string value) => field switch
    {
        FieldIds.Name => $"The name is {value} now.",
        FieldIds.Domain => $"The host is {value} now.",
        FieldIds.Direction => $"The direction is {value} now.",
        FieldIds.Numbers => $"The phone numbers now: {value}.",
        FieldIds.Username => $"The username is {value} now.",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "DraftTexts has no sentence for this field."),
    };
}
