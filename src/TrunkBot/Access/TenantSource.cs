namespace TrunkBot.Access;

/// <summary>Everybody at home in a tenant: no guests, nobody anonymous. An activity does not say which somebody is, so the conversation's roster is asked.</summary>
internal sealed class TenantSource(HomeMembers members) : IRoleSource
{
    public string Name => "tenant";

    public string Form => "tenant:<tenantId>";

    public string? ProblemWith(string value) => Guid.TryParseExact(value, "D", out _) ? null : "needs the tenant's id, a GUID";

    public async Task<bool> HoldsAsync(string value, Person person, CancellationToken cancellationToken) =>
        Guid.TryParseExact(value, "D", out var tenant)
        && person.TenantId == tenant.ToString()
        && await members.IsAtHomeAsync(person, cancellationToken);
}
