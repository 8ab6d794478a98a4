using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrunkBot.Sandbox.Login;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Cloud;

namespace TrunkBot.Tests.Credentials;

/// <summary>A company whose bot has a credential other than a secret, and the certificates for it.</summary>
internal static class CredentialCompany
{
    public const string Section = "MicrosoftAppCredential";

    public static readonly string[] Kinds =
    [
        "a PFX file", "a PEM file", "a PEM file with a password", "a certificate in Key Vault", "a container app's identity that vouches for it",
        "a virtual machine's identity that vouches for it", "an identity that is the bot",
    ];

    public static X509Certificate2 First => Certificates.Create("bot 1");

    public static X509Certificate2 Second => Certificates.Create("bot 2");

    /// <summary>Starts the bot again with this credential, which Entra knows, and no other.</summary>
    public static Task RestartWithAsync(this Company world, string kind)
    {
        world.Sandbox.Login.Assertions.Trust(First);
        (string, string?)[] none =
        [
            ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppPassword", ""), ($"{Section}:Kind", "Certificate"), ($"{Section}:CertificatePath", ""), ($"{Section}:CertificatePassword", ""),
            ($"{Section}:KeyVaultSecret", ""), ($"{Section}:ManagedIdentity", ""), ("IDENTITY_ENDPOINT", ""), ("IDENTITY_HEADER", ""), ("AZURE_POD_IDENTITY_AUTHORITY_HOST", ""),
        ];
        return world.RestartAsync([.. none, .. world.Credential(kind)]);
    }

    /// <summary>Puts a certificate where the bot looks for it.</summary>
    public static string Keep(this Company world, X509Certificate2 certificate, string name = "bot.pfx")
    {
        var path = Path.Combine(world.Folder, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Certificates.Password));
        return path;
    }

    private static IEnumerable<(string, string?)> Credential(this Company world, string kind) => kind switch
    {
        "a PFX file" => [($"{Section}:CertificatePath", world.Keep(First)), ($"{Section}:CertificatePassword", Certificates.Password)],
        "a PEM file" => [($"{Section}:CertificatePath", world.KeepPem(FakeVault.Pem(First)))],
        "a PEM file with a password" => [($"{Section}:CertificatePath", world.KeepPem(EncryptedPem(First))), ($"{Section}:CertificatePassword", Certificates.Password)],
        "a certificate in Key Vault" =>
        [
            ($"{Section}:KeyVaultSecret", world.Sandbox.Vault.Keep("bot", Convert.ToBase64String(First.Export(X509ContentType.Pfx)))),
            ($"{Section}:ManagedIdentity", ManagedIdentities.ClientId),
            .. world.Machine(),
        ],
        "an identity that is the bot" => [("MicrosoftAppType", "UserAssignedMSI"), ($"{Section}:Kind", "Secret"), .. world.Machine()],
        _ =>
        [
            ($"{Section}:Kind", "Federated"), ($"{Section}:ManagedIdentity", ManagedIdentities.ClientId),
            .. world.Machine(isVirtual: kind.StartsWith("a virtual machine", StringComparison.Ordinal)),
        ],
    };

    private static IEnumerable<(string, string?)> Machine(this Company world, bool isVirtual = false) =>
        world.Sandbox.MachineSettings(isVirtual).Select(setting => (setting.Key, setting.Value));

    private static string KeepPem(this Company world, string pem)
    {
        var path = Path.Combine(world.Folder, "bot.pem");
        File.WriteAllText(path, pem);
        return path;
    }

    private static string EncryptedPem(X509Certificate2 certificate) => certificate.ExportCertificatePem() + "\n"
        + certificate.GetRSAPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(Certificates.Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
}
