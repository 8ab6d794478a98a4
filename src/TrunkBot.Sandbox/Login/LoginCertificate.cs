using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Sandbox.Login;

/// <summary>A root of our own and the login endpoint's certificate under it, both made once in a process and gone with it.</summary>
internal sealed class LoginCertificate
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private static readonly Lazy<LoginCertificate> Made = new(() => new LoginCertificate());
    private readonly X509Certificate2 server;

    private LoginCertificate()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(90));
        using var root = RootRequest(rootKey).CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = ServerRequest(key, root).Create(root, from, to, RandomNumberGenerator.GetBytes(16));
        using var withKey = issued.CopyWithPrivateKey(key);
        RootPem = root.ExportCertificatePem();
        server = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }

    internal static LoginCertificate OfProcess => Made.Value;

    internal string RootPem { get; }

    /// <summary>
    /// An object of its own for whoever asks: a certificate reads its extensions when it is first asked, and to a server that asks while another
    /// does it can seem to have none (.NET 10.0, <c>X509EnhancedKeyUsageExtension.EnhancedKeyUsages</c>).
    /// </summary>
    internal X509Certificate2 Server => new(server);

    private static CertificateRequest RootRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=TrunkBot sandbox root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private static CertificateRequest ServerRequest(ECDsa key, X509Certificate2 root)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=TrunkBot sandbox login", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        return request;
    }
}
