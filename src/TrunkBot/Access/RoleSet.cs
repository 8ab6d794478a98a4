namespace TrunkBot.Access;

/// <summary>The roles that somebody has at this moment.</summary>
/// <param name="Roles">What the sources that could be asked give.</param>
/// <param name="Unreachable">The sources that could not be asked; what they would have given is missing.</param>
internal sealed record RoleSet(IReadOnlySet<Role> Roles, IReadOnlySet<string> Unreachable)
{
    public static RoleSet None { get; } = new(new HashSet<Role>(), new HashSet<string>());

    public static RoleSet Of(params ReadOnlySpan<Role> roles) => new(roles.ToArray().ToHashSet(), None.Unreachable);

    /// <summary>Whether a role could be missing only because the person has not signed in.</summary>
    public bool NeedsSignIn { get; init; }

    public bool IsEmpty => Roles.Count == 0;

    public bool Has(Role role) => Roles.Contains(role);

    public override string ToString() => IsEmpty ? "none" : string.Join(", ", Roles.Order());
}
