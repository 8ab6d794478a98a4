using TrunkBot.Languages;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What is said while a trunk is asked for: the form, the questions, and a password that was typed.</summary>
internal static class DraftTexts
{
    public static string Submit => Say.It("Submit");
    public static string SubmitAnyway => Say.It("Submit anyway");
    public static string OneTimePage => Say.It("Password by one-time page");
    public static string OpenThePage => Say.It("Open the page");
    public static string OneByOne => Say.It("Ask me one by one");
    public static string StartOver => Say.It("Start over");
    public static string Back => Say.It("Back");
    public static string KeepIt => Say.It("Keep it");
    public static string Outbound => Say.It("Outbound");
    public static string Inbound => Say.It("Inbound");

    public static string NewTrunk => Say.It("New SIP trunk");
    public static string NameLabel => Say.It("Name (at least 3 characters)");
    public static string HostLabel => Say.It("Host (from the carrier, without sip: or a port)");
    public static string NumbersLabel => Say.It("Numbers (with + and country code; several with commas)");
    public static string UsernameLabel => Say.It("Username (from the carrier's credentials)");
    public static string PasswordLabel => Say.It("Password (masked; kept encrypted until the trunk exists)");
    public static string PasswordEntered => Say.It("already entered: leave empty to keep it");
    public static string FromCredentials => Say.It("from the carrier's credentials");
    public static string OutboundCalls => Say.It("Outbound: VideoSDK calls the carrier");
    public static string InboundCalls => Say.It("Inbound: the carrier calls VideoSDK");

    public static string NothingWithoutApproval => Say.It("Nothing is created before somebody else has approved.");

    public static string Opening(RequestId draft, string who) => Say.It($"Request {draft}. {who}");

    public static string NoFormHere(RequestId draft) => Say.It($"New SIP trunk, draft {draft}. Your client can't show the form: type /trunk new --chat instead.");

    public static string NoMaskedFieldHere(RequestId draft) => Say.It($"{draft}: your client can't show the masked field for the password. Go on in another client.");

    public static string NoLinkHere(RequestId draft) =>
        Say.It($"{draft}: your client can't show the link to the one-time page. Enter the password in the form's masked field.");

    public static string PasswordFor(RequestId draft) => Say.It($"Password for {draft}");

    public static string AboutThePage =>
        Say.It("Open the page to enter the password outside of the chat, or to have one generated. The link is for you alone, works once, and for 15 minutes.");

    public static string Use(string value) => Say.It($"Use {value}");

    // The questions.
    public static string AskName(RequestId draft) =>
        Say.It($"This is {draft}; nothing is created before an approver says yes. What should the trunk be called? At least 3 characters, for example twilio.");

    public static string AskHost => Say.It("Which SIP host did the carrier give you? Just the host, for example example.pstn.twilio.com.");

    public static string AskDirection => Say.It("Which direction? Outbound for calls you make, inbound for calls to you.");

    public static string AskNumbers =>
        Say.It("Which phone numbers? Start each with + and the country code, and put commas between them, for example +14155550100, +14155550101.");

    public static string AskUsername => Say.It("Which username did the carrier give you? Don't type the password: I ask for it in a masked field.");

    public static string PasswordOnALine =>
        Say.Later("That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Then type /trunk new and enter the new one in the password field.");

    public static string PasswordInTheCard => Say.It("Enter the password in the card's field, then press Submit.");

    public static string Help => Say.It("Answer the question, say back for the one before, or say cancel to stop. Type /trunk new to go on in the form.");

    public static string ConfirmHelp => Say.It("Say yes to submit with the warnings, no to change something in the form, or cancel to keep it as a draft.");

    public static string WayOut => Say.It("Or say cancel.");

    public static string FirstQuestion => Say.It("This is the first question. Say cancel to stop.");

    public static string CannotSkip => Say.It("I need this one: VideoSDK can't create a trunk without it.");

    public static string AnswerWithText => Say.It("Answer with a text.");

    public static string AnswerYesOrNo => Say.It("Answer yes or no.");

    /// <summary>A password as an option of a line.</summary>
    public static string PasswordTyped(bool isPersonal) => isPersonal
        ? Say.It(PasswordOnALine)
        : Say.It("That looks like a password. I didn't save it, but everybody here can read it, so change it at your carrier. Then type /trunk new and enter the new one in the password field.");

    /// <summary>A question that was answered before.</summary>
    public static string Now(string field, string value, string question) => $"{Now(field, value)} {question}";

    private static string Now(string field, string value) => field switch
    {
        FieldIds.Name => Say.It($"The name is {value} now."),
        FieldIds.Domain => Say.It($"The host is {value} now."),
        FieldIds.Direction => Say.It($"The direction is {value} now."),
        FieldIds.Numbers => Say.It($"The phone numbers now: {value}."),
        FieldIds.Username => Say.It($"The username is {value} now."),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "DraftTexts has no sentence for this field."),
    };
}
