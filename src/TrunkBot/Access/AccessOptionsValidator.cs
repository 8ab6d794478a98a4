using Microsoft.Extensions.Options;

namespace TrunkBot.Access;

/// <summary>One sentence for each thing that is wrong, all at once.</summary>
internal sealed class AccessOptionsValidator(IEnumerable<IRoleSource> sources, HomeTenant home) : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        string[] problems = [.. TenantProblems(options), .. Enum.GetValues<Role>().SelectMany(role => RoleProblems(role, options.Roles.Of(role)))];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> TenantProblems(AccessOptions options)
    {
        if (options.Tenants is not { Count: > 0 } tenants)
        {
            if (home.IsMultiTenant)
                yield return "Access:Tenants is missing: a MultiTenant bot must be told which tenants it answers, each by its id.";
            else if (home.Id is null)
                yield return "Access:Tenants is missing: set it to the id of the tenant whose people the bot answers, or set MicrosoftAppTenantId to that GUID.";
            yield break;
        }

        for (var i = 0; i < tenants.Count; i++)
            if (!Guid.TryParseExact(tenants[i], "D", out _))
                yield return $"Access:Tenants:{i} isn't a tenant id. Use the GUID that Entra shows as the tenant id.";
    }

    private IEnumerable<string> RoleProblems(Role role, IReadOnlyList<string> principals)
    {
        for (var i = 0; i < principals.Count; i++)
        {
            var principal = Principal.Parse(principals[i]);
            if (sources.FirstOrDefault(source => source.Name == principal.Kind) is not { } source)
                yield return $"Access:Roles:{role}:{i} can't be read. Use one of: {string.Join("; ", sources.Select(known => known.Form))}.";
            else if (source.ProblemWith(principal.Value) is { } problem)
                yield return $"Access:Roles:{role}:{i} {problem}.";
        }
    }
}
