using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>The bot's certificate in a file.</summary>
internal sealed class CertificateFile(string path, string password) : IBotCertificate
{
    public Task<X509Certificate2> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Read());

    public X509Certificate2 Read()
    {
        try
        {
            return CertificateContent.Open(File.ReadAllBytes(path), password);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnfitCertificateException(
                "certificate_missing", "names a file that can't be read. Check that it is there and that the bot's account can read it")
            { MayPass = true };
        }
    }
}
