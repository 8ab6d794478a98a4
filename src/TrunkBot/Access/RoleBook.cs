using Microsoft.Extensions.Options;

namespace TrunkBot.Access;

/// <summary>Who has which role, by what the settings say and the sources know.</summary>
internal sealed class RoleBook(IEnumerable<IRoleSource> sources, IOptions<AccessOptions> options, ILogger<RoleBook> log)
{
    private readonly Dictionary<string, IRoleSource> _sources = sources.ToDictionary(source => source.Name, StringComparer.Ordinal);

    /// <summary>What to say to somebody who has none of these roles, or of whom nobody can tell now.</summary>
    public string Refusal(RoleSet mine, params IReadOnlyList<Role> anyOf)
    {
        var silent = anyOf.SelectMany(options.Value.Roles.Of).Select(principal => Principal.Parse(principal).Kind).Where(mine.Unreachable.Contains).Distinct().ToList();
        return silent.Count > 0
            ? AccessTexts.NobodyCanTell(anyOf, silent)
            : AccessTexts.RoleMissing(anyOf, nobodyHasIt: anyOf.All(role => options.Value.Roles.Of(role).Count == 0));
    }

    /// <summary>Everybody who has this role, where the settings name each of them; what stands for people whom only somebody else can tell is left out.</summary>
    public IReadOnlySet<Person> Named(Role role, string tenantId) => options.Value.Roles.Of(role)
        .Select(Principal.Parse)
        .Select(principal => _sources[principal.Kind].Named(principal.Value))
        .OfType<Person>()
        .Where(person => person.TenantId == tenantId)
        .ToHashSet();

    /// <summary>Whether the settings name everybody who has this role.</summary>
    public bool AreAllNamed(Role role) => options.Value.Roles.Of(role).Select(Principal.Parse).All(principal => _sources[principal.Kind].Named(principal.Value) is not null);

    /// <summary>How many people besides this one have the role; null where only somebody else can tell.</summary>
    public int? Others(Role role, Person person) => AreAllNamed(role) ? Named(role, person.TenantId).Count(other => other != person) : null;

    public async Task<RoleSet> RolesOfAsync(Person person, CancellationToken cancellationToken)
    {
        if (!person.IsKnown)
            return RoleSet.None;
        var roles = new HashSet<Role>();
        var unreachable = new HashSet<string>();
        foreach (var role in Enum.GetValues<Role>())
            if (await HasAsync(role, person, unreachable, cancellationToken))
                roles.Add(role);
        return new RoleSet(roles, unreachable);
    }

    private async Task<bool> HasAsync(Role role, Person person, HashSet<string> unreachable, CancellationToken cancellationToken)
    {
        foreach (var principal in options.Value.Roles.Of(role).Select(Principal.Parse))
            if (await IsMeantAsync(principal, person, unreachable, cancellationToken))
                return true;
        return false;
    }

    private async Task<bool> IsMeantAsync(
        Principal principal, Person person, HashSet<string> unreachable, CancellationToken cancellationToken)
    {
        try
        {
            return await _sources[principal.Kind].HoldsAsync(principal.Value, person, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // A source that cannot answer gives nothing; what the others give stands on its own.
            if (unreachable.Add(principal.Kind))
                log.RoleSourceUnreachable(principal.Kind, problem);
            return false;
        }
    }
}
