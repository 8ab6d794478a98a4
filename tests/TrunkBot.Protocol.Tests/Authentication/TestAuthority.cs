using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>A certificate authority that nobody else trusts, made once for all tests since keys take long to find.</summary>
internal sealed class TestAuthority
{
    private static readonly Lazy<TestAuthority> Made = new(() => new TestAuthority());
    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-1);
    private readonly ConcurrentDictionary<(string Name, bool Expired), Lazy<X509Certificate2>> _issued = [];
    private readonly X509Certificate2 _root;

    private TestAuthority()
    {
        var request = new CertificateRequest("CN=Test root", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _root = request.CreateSelfSigned(_from, _from.AddDays(30));
        PemPath = Path.Combine(AppContext.BaseDirectory, "test-root.pem");
        File.WriteAllText(PemPath, _root.ExportCertificatePem());
    }

    public static TestAuthority Shared => Made.Value;

    public string PemPath { get; }

    /// <summary>An object of its own for each server: one that two read first at the same moment can seem to have no extensions.</summary>
    public X509Certificate2 Issue(string dnsName, bool expired) =>
        new(_issued.GetOrAdd((dnsName, expired), wanted => new(() => Make(wanted.Name, wanted.Expired))).Value);

    private X509Certificate2 Make(string dnsName, bool expired)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={dnsName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var issued = request.Create(_root, _from, _from.AddHours(expired ? 1 : 100), RandomNumberGenerator.GetBytes(12));
        using var withKey = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }
}
