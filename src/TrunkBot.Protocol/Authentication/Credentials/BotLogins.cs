using Microsoft.Extensions.Logging;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>Chooses how the bot logs in, by its settings.</summary>
internal sealed class BotLogins(ChannelAuthenticationOptions options, ManagedIdentityPlace place, ChannelHttp http, TimeProvider time, ILoggerFactory logs)
{
    private ChannelAddresses Addresses => ChannelAddresses.Of(options);

    /// <summary>Null where the bot is anonymous.</summary>
    public IBotLogin? Create() => options switch
    {
        { IsAnonymous: true } => null,
        { MicrosoftAppType: BotAppTypes.UserAssignedMSI } => new ManagedIdentityLogin(Identity(options.MicrosoftAppId)),
        _ => new EntraLogin(options, http, Assertion(options.MicrosoftAppCredential)),
    };

    private IBotAssertion? Assertion(BotCredentialOptions credential) => credential switch
    {
        { Kind: BotCredentialKinds.Federated } => new FederatedAssertion(Identity(credential.ManagedIdentity), Addresses.FederationAudience),
        { Kind: BotCredentialKinds.Certificate } => new CertificateAssertion(Certificate(credential), time, logs.CreateLogger<CertificateAssertion>()),
        _ => null,
    };

    private IBotCertificate Certificate(BotCredentialOptions credential) => VaultAddress.Read(credential.KeyVaultSecret, Addresses.VaultHosts) is { } address
        ? new CertificateInVault(address, $"https://{Addresses.VaultHosts}", Identity(credential.ManagedIdentity), http.Login)
        : new CertificateFile(credential.CertificatePath, credential.CertificatePassword);

    private ManagedIdentity Identity(string clientId) => new(place, clientId, http.Machine, time);
}
