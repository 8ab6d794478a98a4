using TrunkBot.Access;

namespace TrunkBot.Chat;

/// <summary>What the front desk says.</summary>
internal static class ChatTexts
{
    public const string DryRun = "Dry run: nothing is changed and nobody else is told. This is what you would read, and what would come of it:";

    public const string Done = "Please go on with my next message.";

    public const string UnknownButton =
        "This button belongs to an older card and does nothing any more. Type /trunk requests to see where things stand.";

    public const string UnreadableCard =
        "I could not read this card, so nothing was changed. Type /trunk new for a form that works, or /trunk requests to see where things stand.";

    public const string NothingToCancel = "There was nothing to cancel. Type /help to see what I can do.";

    public const string Cancelled = "Cancelled. What you entered is kept as a draft for a day: type /trunk new to go on.";

    public const string DialogTooOld = "I was updated and cannot go on with these questions. What you entered is kept: type /trunk new to go on.";

    public const string NotReadable = "I can only read text and my own cards. Type /help to see what I can do.";

    public static string NotACommand(string? nearest) => nearest is null
        ? "I don't know that. Type /help to see what I can do."
        : $"I don't know that. Did you mean /{nearest}? Type /help to see everything.";

    public static string BadLine(IReadOnlyList<string> problems, CommandSpec spec) =>
        $"{string.Join(" ", problems)} Example: {spec.Examples[0]}";

    /// <summary>Why somebody may not do what one of these roles may; null when they may.</summary>
    public static string? WhyNot(ChatTurn turn, IReadOnlyList<Role> anyOf, RoleBook roles) =>
        anyOf.Count == 0 || anyOf.Any(turn.Roles.Has) ? null
        : !turn.Person.IsKnown ? NoIdentity
        : roles.Refusal(turn.Roles, anyOf);

    public static string WhoAmI(Person person, RoleSet roles) => roles.IsEmpty
        ? $"You have no role in TrunkBot yet. Send whoever runs TrunkBot this line: user:{person.TenantId}/{person.ObjectId}. "
          + "It goes under Access:Roles:Requester to ask for trunks, Access:Roles:Approver to decide, Access:Roles:Admin to look after TrunkBot."
        : $"Your roles: {roles}. Tenant {person.TenantId}, object id {person.ObjectId}. As a line for the settings: user:{person.TenantId}/{person.ObjectId}";

    public const string NoIdentity =
        "This channel does not tell me who you are, so you have no role here. Talk to me in Microsoft Teams.";

    public const string InDoubt =
        "My database went away while it saved what you did, so I do not know whether it counts. Type /trunk requests to see where things stand, then go on from there.";

    public static string Failed(string what) =>
        $"{what} Nothing was changed, and nothing was lost. Please try again in a few minutes.";
}
