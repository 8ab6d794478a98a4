using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.Keys;

/// <summary>The certificates that lock the keys in the database: one that locks, and older ones that still open.</summary>
internal static class KeyCertificates
{
    public static (X509Certificate2 Current, X509Certificate2[] Old) Load(IConfiguration configuration)
    {
        using var vault = new KeyVault(configuration["TrustedRootCertificate"] ?? "");
        var current = configuration.GetSection("Secrets:Certificate");
        if (Load(current, vault) is not { } certificate)
            throw new StartException(
                "Storage:BackEnd is Postgres, so the keys that open passwords are in the database, and a certificate has to lock them: set "
                + "Secrets:Certificate:Path to a PFX file with an RSA key, and Secrets:Certificate:Password, or Secrets:Certificate:KeyVaultSecret "
                + "to its address in Azure Key Vault.");
        return (certificate, [.. configuration.GetSection("Secrets:OldCertificates").GetChildren().Select(old => Load(old, vault) ?? throw Nothing(old))]);
    }

    private static X509Certificate2? Load(IConfigurationSection setting, KeyVault vault) =>
        (string.IsNullOrWhiteSpace(setting["Path"]), string.IsNullOrWhiteSpace(setting["KeyVaultSecret"])) switch
        {
            (true, true) => null,
            (false, true) => FromFile(setting),
            (true, false) => FromVault(setting, vault),
            (false, false) => throw new StartException($"{setting.Path}:Path and {setting.Path}:KeyVaultSecret are both set. Keep the one that is meant."),
        };

    private static StartException Nothing(IConfigurationSection setting) =>
        new($"{setting.Path} names no certificate. Set its Path to a PFX file or its KeyVaultSecret to an address in Azure Key Vault, or remove it.");

    private static X509Certificate2 FromFile(IConfigurationSection setting)
    {
        var certificate = Open(setting);
        return certificate.GetRSAPrivateKey() is not null
            ? certificate
            : throw new StartException($"{setting.Path}:Path names a certificate without an RSA private key. Export it with its key, as a PFX file.");
    }

    private static X509Certificate2 Open(IConfigurationSection setting)
    {
        var path = setting["Path"] ?? "";
        if (!File.Exists(path))
            throw new StartException($"{setting.Path}:Path names no file that can be read. Check that it is there and that TrunkBot may read it.");
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, setting["Password"]);
        }
        catch (CryptographicException)
        {
            throw new StartException($"{setting.Path}:Path names no PFX file that {setting.Path}:Password opens. Check both.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{setting.Path}:Path names a file that TrunkBot may not read. Check its owner and mode.");
        }
    }

    private static X509Certificate2 FromVault(IConfigurationSection setting, KeyVault vault)
    {
        var name = $"{setting.Path}:KeyVaultSecret";
        return Parsed(vault.Read(name, setting["KeyVaultSecret"]!.Trim()), setting["Password"]) is { } certificate && certificate.GetRSAPrivateKey() is not null
            ? certificate
            : throw new StartException(
                $"{name} names a secret that holds no certificate with an RSA private key. It has to be a PFX file in Base64 or a PEM, as the secret of "
                + "a certificate in Key Vault is if the certificate's key is RSA and exportable.");
    }

    // What stands in front says it too, but only where somebody has set the secret's content type.
    private static X509Certificate2? Parsed(string value, string? password)
    {
        try
        {
            return value.Contains("-----BEGIN ", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(value, value)
                : X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(value), password);
        }
        catch (Exception unfit) when (unfit is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
