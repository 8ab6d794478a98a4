using System.Diagnostics;
using TrunkBot.Languages;

namespace TrunkBot.Access;

/// <summary>What is said about roles.</summary>
internal static class AccessTexts
{
    public static string RoleMissing(IReadOnlyList<Role> anyOf, bool nobodyHasIt) => nobodyHasIt
        ? Say.It($"You need the role {Or(anyOf)} for this, and nobody has it yet. Your administrators can give it to you: send them the line that /whoami shows.")
        : Say.It($"You need the role {Or(anyOf)} for this. Your administrators can give it to you: send them the line that /whoami shows.");

    /// <summary>A role as people call it; the settings have its English name.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Requester => Say.It("Requester"),
        Role.Approver => Say.It("Approver"),
        Role.Admin => Say.It("Admin"),
        _ => throw new UnreachableException(),
    };

    public static string Names(IEnumerable<Role> roles) => string.Join(", ", roles.Select(Name));

    /// <summary>The person could well have the role: only the sources that know it could not be asked.</summary>
    public static string NobodyCanTell(IReadOnlyList<Role> anyOf, IEnumerable<string> silent) => Silent(silent) is { } sources
        ? Say.It($"I can't check right now whether you have the role {Or(anyOf)}, because I get no answer about {sources}. Nothing was changed. Try again in a few minutes.")
        : Say.It($"I can't check right now whether you have the role {Or(anyOf)}. Nothing was changed. Try again in a few minutes.");

    /// <summary>Which sources don't answer; null where none is known.</summary>
    public static string? Silent(IEnumerable<string> silent) => silent.Order().Select(Called).ToList() is { Count: > 0 } sources ? Or(sources) : null;

    public static string WhoAmI(Person person, RoleSet roles) => roles.IsEmpty
        ? Say.It($"""
            You have no role in TrunkBot yet. Send this line to your administrators:
            user:{person.TenantId}/{person.ObjectId}
            They add it to Access:Roles:Requester (to ask for trunks), Access:Roles:Approver (to approve them) or Access:Roles:Admin (to look after TrunkBot).
            """)
        : Say.It($"""
            Your roles: {Names(roles.Roles.Order())}.
            Your tenant id:
            {person.TenantId}
            Your object id:
            {person.ObjectId}
            The line that gives you another role in the settings:
            user:{person.TenantId}/{person.ObjectId}
            """);

    // Where it is asked who has a role, by the word that the settings have for it.
    private static string Called(string source) => source switch
    {
        "group" => Say.It("group"),
        "team-member" => Say.It("team-member"),
        "team-owner" => Say.It("team-owner"),
        "approle" => Say.It("approle"),
        _ => source,
    };

    private static string Or(IEnumerable<Role> roles) => Or([.. roles.Select(Name)]);

    private static string Or(List<string> ofThese) => ofThese switch
    {
        [var only] => only,
        [.. var first, var last] => Say.It($"{string.Join(", ", first)} or {last}"),
        _ => "",
    };
}
