using System.Collections.Frozen;

namespace TrunkBot.Access;

/// <summary>Who has one role: whoever is named is looked up, and only for the rest a source is asked.</summary>
/// <param name="Named">The people who stand in the settings themselves.</param>
/// <param name="Asked">What stands there for people whom only somebody else can tell.</param>
internal sealed record Holders(FrozenSet<Person> Named, IReadOnlyList<(IRoleSource Source, string Value)> Asked)
{
    /// <summary>Whether the role has been given to nobody.</summary>
    public bool IsEmpty => Named.Count == 0 && Asked.Count == 0;

    /// <summary>Reads a role's list, once for the life of the bot: a company may name thousands.</summary>
    public static Holders Read(IReadOnlyList<string> list, IReadOnlyDictionary<string, IRoleSource> sources)
    {
        var (named, asked) = (new List<Person>(), new List<(IRoleSource, string)>());
        foreach (var (kind, value) in list.Select(Principal.Parse))
        {
            if (sources[kind].Named(value) is { } person)
                named.Add(person);
            else
                asked.Add((sources[kind], value));
        }

        return new Holders(named.ToFrozenSet(), asked);
    }
}
