using TrunkBot.Access;
using TrunkBot.Languages;

namespace TrunkBot.Chat;

/// <summary>What the front desk says.</summary>
internal static class ChatTexts
{
    public static string DryRun => Say.It("Dry run: nothing is changed and nobody else is told. Here is what you would read, and what would happen:");

    public static string Done => Say.It("Done. Go on with my next message.");

    public static string UnknownButton => Say.It("This button is from an older card and no longer works. Type /trunk requests to see where things stand.");

    public static string UnreadableCard => Say.It("I couldn't read this card, so nothing was changed. Type /trunk new for a new form.");

    public static string NothingToCancel => Say.It("There was nothing to cancel. To cancel a request, type /trunk cancel and its number.");

    public static string Cancelled => Say.It("Cancelled. What you entered is kept as a draft for a day: type /trunk new to go on.");

    public static string DialogTooOld => Say.It("I was updated and can't go on with these questions. What you entered is kept: type /trunk new to go on.");

    public static string EditNotRead => Say.It("I only read new messages, so your edit changes nothing. Send it as a new message.");

    public static string NotReadable => Say.It("I can only read text and my own cards. Type /help to see what I can do.");

    public static string Me => Say.It("TrunkBot");

    public static string WhatNext => Say.It("What would you like to do?");

    public static string Welcome => Say.It("I'm TrunkBot. Ask me for a SIP trunk on VideoSDK: type /trunk new, or /help.");

    /// <summary>A password in a message.</summary>
    public static string PasswordSaid(bool isPersonal) => isPersonal
        ? Say.It("That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Enter the new one in the password field.")
        : Say.It("That looks like a password. I didn't save it, but everybody here can read it, so change it at your carrier. Enter the new one in the password field.");

    public static string NothingIsDeleted =>
        Say.It("I can't delete anything. A request can be cancelled until its trunk is created; a trunk can be deleted in VideoSDK's dashboard.");

    public static string NotUnderstood(string? nearest) => nearest is null
        ? Say.It("I didn't understand that. Here is what you can do.")
        : Say.It($"I didn't understand that. Did you mean /{nearest}?");

    public static string Typed(string says, IReadOnlyList<string> lines) => Say.It($"{says} Type one of these: {string.Join(", ", lines)}.");

    // What is wrong with a line. A value is never repeated: it can be a password that somebody typed after an option that there is not.
    public static string UnreadableLine => Say.It("I couldn't read this line.");
    public static string TooManyWords => Say.It("There are more words than this command takes.");
    public static string StrayWords => Say.It("Some words don't belong to an option. Put a value with spaces in quotes.");

    public static string Missing(string what) => Say.It($"Missing: {what}.");

    public static string OptionTwice(string option) => Say.It($"{option} was given more than once. Give it once.");

    public static string OptionEmpty(string option) => Say.It($"{option} needs a value after it.");

    public static string NoOptionBut(string option, string nearest) => Say.It($"There is no option {option}. Did you mean {nearest}?");

    public static string NoOption(string option, IReadOnlyList<string> known) => known.Count == 0
        ? Say.It($"There is no option {option}. This command has no options.")
        : Say.It($"There is no option {option}. The options are {string.Join(", ", known)}.");

    public static string MoreProblems(int count) => Plural.Of(count, Say.It("There is 1 more problem."), Say.It($"There are {count} more problems."));

    public static string BadLine(IReadOnlyList<string> problems, CommandSpec spec) =>
        Say.It($"{string.Join(" ", problems)} Example: {spec.Examples[0]}");

    /// <summary>Why somebody may not do what one of these roles may; null when they may.</summary>
    public static string? WhyNot(ChatTurn turn, IReadOnlyList<Role> anyOf, RoleBook roles) =>
        anyOf.Count == 0 || anyOf.Any(turn.Roles.Has) ? null
        : !turn.Person.IsKnown ? NoIdentity
        : roles.Refusal(turn.Roles, anyOf);

    public static string NoIdentity => Say.It("This channel does not tell me who you are, so you have no role here. Talk to me in Microsoft Teams.");

    public static string InDoubt =>
        Say.It("My database stopped while it was saving, so I can't tell whether your change counts. Type /trunk requests to see where things stand.");

    public static string Failed(string what) =>
        Say.It($"{what} Nothing was changed, and nothing was lost. Try again in a few minutes.");
}
