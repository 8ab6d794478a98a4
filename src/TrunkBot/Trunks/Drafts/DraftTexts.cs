namespace TrunkBot.Trunks.Drafts;

/// <summary>What is said while a trunk is asked for: the questions, and a password that was typed.</summary>
internal static class DraftTexts
{
    public const string PasswordOnALine =
        "That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Then type /trunk new and enter the new one in the password field.";

    public const string PasswordInTheCard = "Enter the password in the card's field, then press Submit.";

    public const string Help = "Answer the question, say back for the one before, or say cancel to stop. Type /trunk new to go on in the form.";

    public const string ConfirmHelp = "Say yes to submit with the warnings, no to change something in the form, or cancel to keep it as a draft.";

    public const string WayOut = "Or say cancel.";

    public const string FirstQuestion = "This is the first question. Say cancel to stop.";

    public const string CannotSkip = "I need this one: VideoSDK can't create a trunk without it.";

    public const string AnswerWithText = "Answer with a text.";

    public const string ChooseDirection = "Choose a direction: inbound (calls to you) or outbound (calls you make).";

    public const string AnswerYesOrNo = "Answer yes or no.";

    /// <summary>A password as a message, at the question for it.</summary>
    public static string PasswordSaid(bool isPersonal) => isPersonal
        ? "That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Enter the new one in the password field."
        : "That looks like a password. I didn't save it, but everybody here can read it, so change it at your carrier. Enter the new one in the password field.";

    /// <summary>A password as an option of a line.</summary>
    public static string PasswordTyped(bool isPersonal) => isPersonal
        ? PasswordOnALine
        : "That looks like a password. I didn't save it, but everybody here can read it, so change it at your carrier. Then type /trunk new and enter the new one in the password field.";

    public static string Now(string field, string value, string question) => $"The {field} is {value} now. {question}";
}
