namespace TrunkBot.Access.Graph;

/// <summary>A source that asks Microsoft Graph, in the bot's own tenant: of people of another one it knows nothing, so they are not meant.</summary>
internal abstract class GraphSource(HomeTenant home) : IRoleSource
{
    public abstract string Name { get; }

    public abstract string Form { get; }

    protected abstract string What { get; }

    public string? ProblemWith(string value) =>
        GraphId.Of(value) is null ? $"needs the {What}, a GUID"
        : home.Id is null ? "needs MicrosoftAppTenantId to be a GUID, because groups are looked up in that tenant"
        : null;

    public async Task<bool> HoldsAsync(string value, Person person, CancellationToken cancellationToken) =>
        person.TenantId == home.Id?.ToString() && await AskAsync(GraphId.Of(value)!, person, cancellationToken);

    /// <exception cref="GraphException">Graph can't be asked.</exception>
    protected abstract Task<bool> AskAsync(string id, Person person, CancellationToken ct);
}
