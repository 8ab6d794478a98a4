using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>Opens a certificate with its key, from a PFX or a PEM, and says of one that is no use why.</summary>
internal static class CertificateContent
{
    /// <param name="content">The file's bytes.</param>
    /// <param name="password">Opens it; empty for none.</param>
    public static X509Certificate2 Open(byte[] content, string password)
    {
        try
        {
            var text = Encoding.UTF8.GetString(content);
            return text.Contains("-----BEGIN ", StringComparison.Ordinal) ? OpenPem(text, password) : X509CertificateLoader.LoadPkcs12(content, password);
        }
        catch (Exception unfit) when (unfit is CryptographicException or ArgumentException)
        {
            throw new UnfitCertificateException(
                "certificate_unreadable", "names a certificate that doesn't open. It has to be a PFX or PEM, and MicrosoftAppCredential:CertificatePassword its password");
        }
    }

    /// <summary>The certificate itself, where Microsoft Entra can take it now.</summary>
    public static X509Certificate2 Judged(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (!certificate.HasPrivateKey)
            throw new UnfitCertificateException("certificate_without_key", "names a certificate without its private key. Export it with the key");
        if (certificate.GetRSAPrivateKey() is null)
            throw new UnfitCertificateException("certificate_not_rsa", "names a certificate whose key isn't RSA, and Microsoft Entra takes no other");
        if (now >= certificate.NotAfter)
            throw new UnfitCertificateException(
                "certificate_expired", $"names a certificate that ended on {Day(certificate.NotAfter)}. Make a new one, upload it to the bot's Entra app and put it there");
        return now >= certificate.NotBefore
            ? certificate
            : throw new UnfitCertificateException("certificate_not_yet_valid", $"names a certificate that begins only on {Day(certificate.NotBefore)}");
    }

    public static bool IsInTime(X509Certificate2 certificate, DateTimeOffset now) => now >= certificate.NotBefore && now < certificate.NotAfter;

    private static X509Certificate2 OpenPem(string text, string password)
    {
        if (!text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            return X509Certificate2.CreateFromPem(text);
        return password.Length == 0 ? X509Certificate2.CreateFromPem(text, text) : X509Certificate2.CreateFromEncryptedPem(text, text, password);
    }

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
