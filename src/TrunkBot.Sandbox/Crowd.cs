using System.Globalization;
using System.Text.RegularExpressions;

namespace TrunkBot.Sandbox;

/// <summary>
/// As many more people as somebody needs, by number: <c>requester-17</c>, <c>approver-3</c>, <c>admin-1</c>, <c>stranger-9</c>. They are on no
/// list, and the bot's settings give them no role: whoever brings them in does.
/// </summary>
internal static partial class Crowd
{
    private static readonly string[] Roles = ["requester", "approver", "admin", "stranger"];

    /// <summary>The person whom a key, an id on a channel, an object id or a personal conversation's id means.</summary>
    internal static SandboxPerson? Find(string? id)
    {
        if (id is null)
            return null;
        if (ByName().Match(id) is { Success: true } named)
            return Make(Array.IndexOf(Roles, named.Groups["role"].Value), NumberIn(named));
        return ByObjectId().Match(id) is { Success: true } known ? Make(known.Groups["role"].Value[0] - '1', NumberIn(known)) : null;
    }

    private static SandboxPerson Make(int role, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Roles[role]}-{number}"),
        string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(Roles[role][0])}{Roles[role][1..]} {number}"),
        Roles[role],
        string.Create(CultureInfo.InvariantCulture, $"50000000-0000-4000-800{role + 1}-{number:D12}"));

    private static int NumberIn(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(29:1|user-|a:1|chat-)?(?<role>requester|approver|admin|stranger)-(?<number>[1-9]\d{0,3})(-\d{4})?$")]
    private static partial Regex ByName();

    [GeneratedRegex(@"^50000000-0000-4000-800(?<role>[1-4])-0{8}(?<number>\d{4})$")]
    private static partial Regex ByObjectId();
}
