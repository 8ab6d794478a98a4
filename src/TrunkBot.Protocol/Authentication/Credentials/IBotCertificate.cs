using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>Where the bot's certificate is.</summary>
internal interface IBotCertificate
{
    /// <exception cref="UnfitCertificateException">There is none, or it does not open.</exception>
    Task<X509Certificate2> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>The bot's certificate is no use.</summary>
/// <param name="code">Short name, for logs.</param>
/// <param name="what">The end of a sentence that begins with the setting; repeats nothing of the content.</param>
internal sealed class UnfitCertificateException(string code, string what) : Exception($"The bot's certificate: {what}.")
{
    public string Code => code;

    public string What => what;

    /// <summary>True if a later try may succeed.</summary>
    public bool MayPass { get; init; }
}
