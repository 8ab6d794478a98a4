using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace TrunkBot.Access;

/// <summary>Who has which role, by what the settings say and the sources know.</summary>
internal sealed class RoleBook(IEnumerable<IRoleSource> sources, IOptions<AccessOptions> options, ILogger<RoleBook> log)
{
    private readonly Lazy<FrozenDictionary<Role, Holders>> _holders = new(() =>
    {
        var known = sources.ToDictionary(source => source.Name, StringComparer.Ordinal);
        return Enum.GetValues<Role>().ToFrozenDictionary(role => role, role => Holders.Read(options.Value.Roles.Of(role), known));
    });

    /// <summary>What to say to somebody who has none of these roles, or of whom nobody can tell now.</summary>
    public string Refusal(RoleSet mine, params IReadOnlyList<Role> anyOf)
    {
        var silent = anyOf.SelectMany(role => HoldersOf(role).Asked).Select(asked => asked.Source.Name).Where(mine.Unreachable.Contains).Distinct().ToList();
        return silent.Count > 0
            ? AccessTexts.NobodyCanTell(anyOf, silent)
            : AccessTexts.RoleMissing(anyOf, nobodyHasIt: anyOf.All(role => HoldersOf(role).IsEmpty));
    }

    /// <summary>Everybody who has this role, where the settings name each of them; what stands for people whom only somebody else can tell is left out.</summary>
    public IReadOnlySet<Person> Named(Role role, string tenantId) => HoldersOf(role).Named.Where(person => person.TenantId == tenantId).ToHashSet();

    /// <summary>Whether the settings name everybody who has this role.</summary>
    public bool AreAllNamed(Role role) => HoldersOf(role).Asked.Count == 0;

    /// <summary>How many people besides this one have the role; null where only somebody else can tell.</summary>
    public int? Others(Role role, Person person) =>
        AreAllNamed(role) ? HoldersOf(role).Named.Count(other => other.TenantId == person.TenantId && other != person) : null;

    /// <summary>Whether somebody who has none of these roles could have one by signing in.</summary>
    public bool CouldSignIn(RoleSet mine, params IReadOnlyList<Role> anyOf) =>
        mine.NeedsSignIn && anyOf.SelectMany(role => HoldersOf(role).Asked).Any(asked => asked.Source is AppRoleSource);

    public async Task<RoleSet> RolesOfAsync(Person person, CancellationToken cancellationToken)
    {
        if (!person.IsKnown)
            return RoleSet.None;
        var roles = new HashSet<Role>();
        var silent = new Silent();
        foreach (var role in Enum.GetValues<Role>())
            if (HoldersOf(role).Named.Contains(person) || await IsMeantAsync(HoldersOf(role).Asked, person, silent, cancellationToken))
                roles.Add(role);
        return new RoleSet(roles, silent.Unreachable) { NeedsSignIn = silent.UntilSignIn };
    }

    private Holders HoldersOf(Role role) => _holders.Value[role];

    private async Task<bool> IsMeantAsync(
        IReadOnlyList<(IRoleSource Source, string Value)> asked, Person person, Silent silent, CancellationToken cancellationToken)
    {
        foreach (var (source, value) in asked)
        {
            try
            {
                if (await source.HoldsAsync(value, person, cancellationToken))
                    return true;
            }
            catch (SignInNeededException)
            {
                silent.UntilSignIn = true;
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                // A source that cannot answer gives nothing; what the others give stands on its own.
                if (silent.Unreachable.Add(source.Name))
                    log.RoleSourceUnreachable(source.Name, problem);
            }
        }

        return false;
    }

    private sealed class Silent
    {
        public HashSet<string> Unreachable { get; } = [];

        public bool UntilSignIn { get; set; }
    }
}
