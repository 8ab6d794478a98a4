using TrunkBot.Access;

namespace TrunkBot.Chat;

/// <summary>What the front desk says.</summary>
internal static class ChatTexts
{
    public const string DryRun = "Dry run: nothing is changed and nobody else is told. Here is what you would read, and what would happen:";

    public const string Done = "Done. Go on with my next message.";

    public const string UnknownButton =
        "This button is from an older card and no longer works. Type /trunk requests to see where things stand.";

    public const string UnreadableCard =
        "I couldn't read this card, so nothing was changed. Type /trunk new for a new form.";

    public const string NothingToCancel = "There was nothing to cancel. To cancel a request, type /trunk cancel and its number.";

    public const string Cancelled = "Cancelled. What you entered is kept as a draft for a day: type /trunk new to go on.";

    public const string DialogTooOld = "I was updated and can't go on with these questions. What you entered is kept: type /trunk new to go on.";

    public const string EditNotRead = "I only read new messages, so your edit changes nothing. Send it as a new message.";

    public const string NotReadable = "I can only read text and my own cards. Type /help to see what I can do.";

    public const string Me = "TrunkBot";

    public const string WhatNext = "What would you like to do?";

    public const string Welcome = "I'm TrunkBot. Ask me for a SIP trunk on VideoSDK: type /trunk new, or /help.";

    /// <summary>A password in a message.</summary>
    public static string PasswordSaid(bool isPersonal) => isPersonal
        ? "That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Enter the new one in the password field."
        : "That looks like a password. I didn't save it, but everybody here can read it, so change it at your carrier. Enter the new one in the password field.";

    public const string NothingIsDeleted =
        "I can't delete anything. A request can be cancelled until its trunk is created; a trunk can be deleted in VideoSDK's dashboard.";

    public static string NotUnderstood(string? nearest) => nearest is null
        ? "I didn't understand that. Here is what you can do."
        : $"I didn't understand that. Did you mean /{nearest}?";

    public static string Typed(string says, IReadOnlyList<string> lines) => $"{says} Type one of these: {string.Join(", ", lines)}.";

    // What is wrong with a line. A value is never repeated: it can be a password that somebody typed after an option that there is not.
    public const string
        UnreadableLine = "I couldn't read this line.",
        TooManyWords = "There are more words than this command takes.",
        StrayWords = "Some words don't belong to an option. Put a value with spaces in quotes.";

    public static string Missing(string what) => $"Missing: {what}.";

    public static string OptionTwice(string option) => $"{option} was given more than once. Give it once.";

    public static string OptionEmpty(string option) => $"{option} needs a value after it.";

    public static string NoOptionBut(string option, string nearest) => $"There is no option {option}. Did you mean {nearest}?";

    public static string NoOption(string option, IReadOnlyList<string> known) => known.Count == 0
        ? $"There is no option {option}. This command has no options."
        : $"There is no option {option}. The options are {string.Join(", ", known)}.";

    public static string MoreProblems(int count) => Plural.Of(count, "There is 1 more problem.", $"There are {count} more problems.");

    public static string BadLine(IReadOnlyList<string> problems, CommandSpec spec) =>
        $"{string.Join(" ", problems)} Example: {spec.Examples[0]}";

    /// <summary>Why somebody may not do what one of these roles may; null when they may.</summary>
    public static string? WhyNot(ChatTurn turn, IReadOnlyList<Role> anyOf, RoleBook roles) =>
        anyOf.Count == 0 || anyOf.Any(turn.Roles.Has) ? null
        : !turn.Person.IsKnown ? NoIdentity
        : roles.Refusal(turn.Roles, anyOf);

    public const string NoIdentity =
        "This channel does not tell me who you are, so you have no role here. Talk to me in Microsoft Teams.";

    public const string InDoubt =
        "My database stopped while it was saving, so I can't tell whether your change counts. Type /trunk requests to see where things stand.";

    public static string Failed(string what) =>
        $"{what} Nothing was changed, and nothing was lost. Try again in a few minutes.";
}
