namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>
/// Section <c>MicrosoftAppCredential</c>: by what the bot proves to Microsoft Entra that it is the bot. A bot of type <c>UserAssignedMSI</c> needs none
/// of it. <see cref="BotCredentialRules"/> checks it before the start.
/// </summary>
public sealed class BotCredentialOptions
{
    /// <summary>
    /// <c>Secret</c> (the default: <see cref="ChannelAuthenticationOptions.MicrosoftAppPassword"/>), <c>Certificate</c>, or <c>Federated</c>: a managed
    /// identity vouches for the bot. The words are those of <see cref="BotCredentialKinds"/>.
    /// </summary>
    public string Kind { get; set; } = BotCredentialKinds.Secret;

    /// <summary>
    /// For <c>Certificate</c>: path of a PFX or PEM file with the certificate and its RSA private key. It is read again for each new token, so a file that
    /// was replaced counts without a restart.
    /// </summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Opens the PFX file, or the encrypted key in the PEM file; empty where neither has a password.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>
    /// For <c>Certificate</c>, instead of a file: address of the certificate's secret in Azure Key Vault, <c>https://example.vault.azure.net/secrets/bot</c>.
    /// Without a version the newest one counts, and is read again for each new token.
    /// </summary>
    public string KeyVaultSecret { get; set; } = "";

    /// <summary>
    /// Client id, a GUID, of the user-assigned managed identity that vouches for the bot (<c>Federated</c>) or reads the Key Vault; empty for the machine's
    /// own, which can read a vault only.
    /// </summary>
    public string ManagedIdentity { get; set; } = "";
}

/// <summary>Values of <see cref="BotCredentialOptions.Kind"/>.</summary>
public static class BotCredentialKinds
{
    /// <summary>A client secret.</summary>
    public const string Secret = "Secret";

    /// <summary>A certificate, with which the bot signs an assertion.</summary>
    public const string Certificate = "Certificate";

    /// <summary>A token of a managed identity, as the assertion.</summary>
    public const string Federated = "Federated";
}
