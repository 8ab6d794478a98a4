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
            throw new StartException(KeysTexts.NoCertificate);
        return (certificate, [.. configuration.GetSection("Secrets:OldCertificates").GetChildren().Select(old => Load(old, vault) ?? throw Nothing(old))]);
    }

    private static X509Certificate2? Load(IConfigurationSection setting, KeyVault vault) =>
        (string.IsNullOrWhiteSpace(setting["Path"]), string.IsNullOrWhiteSpace(setting["KeyVaultSecret"])) switch
        {
            (true, true) => null,
            (false, true) => FromFile(setting),
            (true, false) => FromVault(setting, vault),
            (false, false) => throw new StartException(KeysTexts.BothPlaces(setting.Path)),
        };

    private static StartException Nothing(IConfigurationSection setting) =>
        new(KeysTexts.NoPlace(setting.Path));

    private static X509Certificate2 FromFile(IConfigurationSection setting)
    {
        var certificate = Open(setting);
        return certificate.GetRSAPrivateKey() is not null
            ? certificate
            : throw new StartException(KeysTexts.NoKey(setting.Path));
    }

    private static X509Certificate2 Open(IConfigurationSection setting)
    {
        var path = setting["Path"] ?? "";
        if (!File.Exists(path))
            throw new StartException(KeysTexts.NoFile(setting.Path));
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, setting["Password"]);
        }
        catch (CryptographicException)
        {
            throw new StartException(KeysTexts.DoesNotOpen(setting.Path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartException(KeysTexts.NoFile(setting.Path));
        }
    }

    private static X509Certificate2 FromVault(IConfigurationSection setting, KeyVault vault)
    {
        var name = $"{setting.Path}:KeyVaultSecret";
        return Parsed(vault.Read(name, setting["KeyVaultSecret"]!.Trim()), setting["Password"]) is { } certificate && certificate.GetRSAPrivateKey() is not null
            ? certificate
            : throw new StartException(KeysTexts.NoCertificateInVault(name));
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
