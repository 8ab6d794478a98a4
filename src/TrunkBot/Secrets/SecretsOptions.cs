
namespace TrunkBot.Secrets;

internal sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>On SQLite, where the keys are kept; by default <c>keys</c> beside the database file. Lose it and stored passwords are lost.</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>On PostgreSQL, the certificate that locks the keys in the database. Lose it and stored passwords are lost.</summary>
    public CertificateSetting Certificate { get; set; } = new();

    /// <summary>
    /// Certificates that open keys and lock none. To change the certificate, first add the new one here for every process, then exchange the
    /// two; the old one is needed for as long as there are keys that it has locked. That goes for a certificate in Azure Key Vault that is
    /// renewed too: the new version locks, and the address of the old version is named here.
    /// </summary>
    public IReadOnlyList<CertificateSetting> OldCertificates { get; set; } = [];

    /// <summary>How long a password is kept while nobody knows whether VideoSDK has made the trunk.</summary>
    public TimeSpan KeepUnknown { get; set; } = TimeSpan.FromDays(7);
}

/// <summary>A certificate with its private key, from a file or from Azure Key Vault: exactly one of the two. It is read once, at the start.</summary>
internal sealed class CertificateSetting
{
    /// <summary>A PFX (PKCS #12, RFC 7292) file with an RSA key. Empty by default.</summary>
    public string Path { get; set; } = "";

    /// <summary>
    /// The https address (secret identifier) of a secret in Azure Key Vault: <c>https://example.vault.azure.net/secrets/name/version</c>. Its
    /// value is a PFX file in Base64 or a PEM, with an RSA key, as the secret of a certificate in Key Vault is. Without a version it is the
    /// newest at each start, so that a renewal changes the certificate at the next start, and then needs the old version in
    /// <see cref="SecretsOptions.OldCertificates"/>. It is read as the managed identity, workload identity or service principal that Azure
    /// or its variables (<c>AZURE_CLIENT_ID</c>, <c>AZURE_TENANT_ID</c>, <c>AZURE_CLIENT_SECRET</c> …) give this process. Empty by default.
    /// </summary>
    public string KeyVaultSecret { get; set; } = "";

    /// <summary>The PFX file's password; one that Key Vault has made has none. Empty by default.</summary>
    public string Password { get; set; } = "";
}
