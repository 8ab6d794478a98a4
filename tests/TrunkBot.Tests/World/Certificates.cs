using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Tests.World;

/// <summary>Certificates that lock the keys in a database.</summary>
internal static class Certificates
{
    public const string Password = "pfx-Canary-77";

    private static readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> s_made = new();

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

    /// <summary>The one of this name, made once: to find a key costs more than many a test.</summary>
    public static X509Certificate2 Create(string name) => new(s_made.GetOrAdd(name, _ => new(() => CreateNew(name))).Value);

    private static X509Certificate2 CreateNew(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=TrunkBot {name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}
