using System.Globalization;

namespace TrunkBot.Secrets.Keys;

/// <summary>What whoever runs TrunkBot reads when its keys, or the certificate that locks them, can't be had.</summary>
internal static class KeysTexts
{
    public const string NoCertificate =
        "With Storage:BackEnd=Postgres the keys that open passwords are in the database, and a certificate has to lock them. Set Secrets:Certificate:Path to a "
        + "PFX file with an RSA key, and Secrets:Certificate:Password, or set Secrets:Certificate:KeyVaultSecret to its address in Azure Key Vault.";

    public const string CertificateOfTheLockIsGone =
        "It was locked with a certificate that isn't there. Put it back as Secrets:Certificate, or beside a newer one as an entry of "
        + "Secrets:OldCertificates. After a renewal in Key Vault that is the address of its old version.";

    public const string AzureVariables =
        "The AZURE_ variables of this process don't fit. Check AZURE_TENANT_ID, and remove AZURE_AUTHORITY_HOST unless it is the https "
        + "address where another cloud signs in.";

    public static string NoAnswer(string setting) =>
        $"{setting} can't be read now, because the vault or Azure's sign-in doesn't answer. Check the host in the address, the network and "
        + "TrustedRootCertificate, then start again.";

    public static string NoIdentity(string setting) =>
        $"{setting} can't be read, because this process has no identity in Azure. Give its machine or container a managed identity, named by "
        + "AZURE_CLIENT_ID if it is a user-assigned one, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.";

    public static string Refused(string setting) =>
        $"{setting} can't be read, because Azure doesn't accept the identity of this process. Check AZURE_TENANT_ID, AZURE_CLIENT_ID and its secret "
        + "or managed identity, and that the vault belongs to the same tenant.";

    public static string Forbidden(string setting) =>
        $"{setting} names a secret that TrunkBot has no right to read. Give its identity the role Key Vault Secrets User on the vault, let its network "
        + "through the vault's firewall, and check that the secret is enabled.";

    public static string NotThere(string setting) =>
        $"{setting} names a secret or a version that the vault doesn't have. Check the address, and that nobody has deleted the secret.";

    public static string NoVault(string setting) => $"{setting} names a host that doesn't answer like a Key Vault. Check the address.";

    public static string BothPlaces(string setting) => $"{setting}:Path and {setting}:KeyVaultSecret are both set. Remove one of them.";

    public static string NoPlace(string setting) =>
        $"{setting} names no certificate. Set its Path to a PFX file or its KeyVaultSecret to an address in Azure Key Vault, or remove it.";

    public static string NoKey(string setting) => $"{setting}:Path names a certificate without an RSA private key. Export it with its key, as a PFX file.";

    public static string NoFile(string setting) => $"{setting}:Path names a file that can't be read. Check that it is there and that TrunkBot's account can read it.";

    public static string DoesNotOpen(string setting) => $"{setting}:Password doesn't open the PFX file that {setting}:Path names. Check both.";

    public static string NoCertificateInVault(string setting) =>
        $"{setting} names a secret that holds no certificate with an RSA private key. It has to be a PFX file in Base64 or a PEM, as the secret of "
        + "a certificate in Key Vault is if the certificate's key is RSA and exportable.";

    public static string NoAddress(string setting) =>
        $"{setting} must be the address of a secret, like https://example.vault.azure.net/secrets/trunkbot-keys/<version>. "
        + "Azure shows one for a certificate too.";

    public static string NoPem(string file) => $"TrustedRootCertificate names {file}, which isn't a PEM file with a certificate.";

    public static string NoServersCredential(IEnumerable<string> known) =>
        $"AZURE_TOKEN_CREDENTIALS asks for a credential that a server doesn't have. Remove it, or set it to one of {string.Join(", ", known)}.";

    public static string FingerprintDoesNotOpen(byte version, string remedy) =>
        string.Create(CultureInfo.InvariantCulture, $"The fingerprint key {version} can't be opened with the key ring. {remedy}");

    public static string KeyDoesNotOpen(Guid key, string remedy) => $"The key {key} of the key ring can't be opened. {remedy}";

    public static string NoKeyFile(string file) => $"{file} isn't a key file. Its name must be fingerprint-<1 to 255>.key.";

    public static string Restore(string folder) => $"Restore the whole folder from a back-up: {folder}.";
}
