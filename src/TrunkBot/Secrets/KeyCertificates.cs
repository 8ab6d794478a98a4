using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrunkBot.Storage;

namespace TrunkBot.Secrets;

/// <summary>The certificates that lock the keys in the database: one that locks, and older ones that still open.</summary>
internal static class KeyCertificates
{
    public static (X509Certificate2 Current, X509Certificate2[] Old) Load(IConfiguration configuration)
    {
        var current = configuration.GetSection("Secrets:Certificate");
        if (string.IsNullOrWhiteSpace(current["Path"]))
            throw new StartException(
                "Storage:BackEnd is Postgres, so the keys that open passwords are in the database, and a certificate has to lock them: set "
                + "Secrets:Certificate:Path to a PFX file with an RSA key, and Secrets:Certificate:Password.");
        return (Load(current), [.. configuration.GetSection("Secrets:OldCertificates").GetChildren().Select(Load)]);
    }

    private static X509Certificate2 Load(IConfigurationSection setting)
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
}
