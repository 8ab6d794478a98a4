using TrunkBot.Languages;

namespace TrunkBot.Access;

/// <summary>Whether somebody may do something: yes, or why not. What is said about it is phrased elsewhere.</summary>
/// <param name="Hindrance">Why not; null for yes.</param>
internal readonly record struct Right(Hindrance? Hindrance)
{
    public static Right Given => default;

    public bool IsGiven => Hindrance is null;

    public static implicit operator Right(Hindrance hindrance) => new(hindrance);
}

/// <summary>Why somebody may not do something. Each room has its own.</summary>
internal abstract record Hindrance;

/// <summary>They have none of these roles.</summary>
/// <param name="AnyOf">One of them would do.</param>
/// <param name="Rules">The rules that ask for it, each with its sentence; none where it is always so.</param>
internal sealed record RoleMissing(IReadOnlyList<Role> AnyOf, IReadOnlyList<Noted> Rules) : Hindrance
{
    public RoleMissing(params IReadOnlyList<Role> anyOf)
        : this(anyOf, [])
    {
    }
}
