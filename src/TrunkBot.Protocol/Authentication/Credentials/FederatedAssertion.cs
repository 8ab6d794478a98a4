namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>A managed identity's token as the bot's assertion: the Entra app has a federated credential that trusts that identity.</summary>
/// <remarks>Source: Microsoft Entra, "Configure an application to trust a managed identity"; the audience is the cloud's.</remarks>
internal sealed class FederatedAssertion(ManagedIdentity identity, string audience) : IBotAssertion
{
    public async Task<string> CreateAsync(string clientId, string tokenEndpoint, CancellationToken cancellationToken) =>
        (await identity.GetTokenAsync(audience, cancellationToken)).Value;
}
