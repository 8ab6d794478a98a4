namespace TrunkBot.Access;

/// <summary>What is said about roles.</summary>
internal static class AccessTexts
{
    public static string RoleMissing(IReadOnlyList<Role> anyOf, bool nobodyHasIt) =>
        $"You need the role {Or(anyOf)} for this.{(nobodyHasIt ? " Nobody has it yet." : "")} "
        + $"Ask whoever runs TrunkBot to add you to {Or(anyOf.Select(role => $"Access:Roles:{role}"))}; /whoami shows the line to send them.";

    /// <summary>The person may well have the role: only who knows it could not be asked.</summary>
    public static string NobodyCanTell(IReadOnlyList<Role> anyOf, IReadOnlyList<string> sources) =>
        $"You need the role {Or(anyOf)} for this, and I cannot find out now whether you have it: {Or(sources)} does not answer. "
        + "Nothing was changed. Try again in a few minutes.";

    private static string Or<T>(IEnumerable<T> ofThese) => ofThese.ToList() switch
    {
        [var only] => $"{only}",
        [.. var first, var last] => $"{string.Join(", ", first)} or {last}",
        _ => "",
    };
}
