namespace TrunkBot.Access;

/// <summary>One person, by object id, in the bot's own tenant unless another is named.</summary>
internal sealed class UserSource(HomeTenant home) : IRoleSource
{
    public string Name => "user";

    public string Form => "user:<objectId> or user:<tenantId>/<objectId>";

    public string? ProblemWith(string value) => Read(value) switch
    {
        (_, null) => "needs the person's Entra object id, a GUID, alone or after <tenantId>/",
        (null, _) => "needs the tenant as well, since MicrosoftAppTenantId isn't a GUID: user:<tenantId>/<objectId>",
        _ => null,
    };

    public Task<bool> HoldsAsync(string value, Person person, CancellationToken cancellationToken) => Task.FromResult(Named(value) == person);

    public Person? Named(string value) => Read(value) is ({ } tenant, { } objectId) ? new Person(tenant.ToString(), objectId.ToString(), "") : null;

    private (Guid? Tenant, Guid? Person) Read(string value) => value.Split('/') switch
    {
        [var id] => (home.Id, AsGuid(id)),
        [var tenant, var id] when AsGuid(tenant) is { } named => (named, AsGuid(id)),
        _ => (null, null),
    };

    private static Guid? AsGuid(string text) => Guid.TryParseExact(text.Trim(), "D", out var id) ? id : null;
}
