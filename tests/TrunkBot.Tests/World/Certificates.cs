using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Tests.World;

/// <summary>Certificates that lock the keys in a database.</summary>
internal static class Certificates
{
    public const string Password = "pfx-Canary-77";

    private static readonly Lazy<string> s_usual = new(() => Make(Directory.CreateTempSubdirectory("trunkbot-certificate-").FullName, "usual"));

    /// <summary>The one that every test uses that does not say otherwise.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Usual => Settings(s_usual.Value);

    public static IEnumerable<KeyValuePair<string, string?>> Settings(string path, string section = "Secrets:Certificate") =>
        [new($"{section}:Path", path), new($"{section}:Password", Password)];

    public static string Make(string folder, string name)
    {
        using var certificate = Create(name);
        var path = Path.Combine(folder, $"{name}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        return path;
    }

    public static X509Certificate2 Create(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=TrunkBot {name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}
