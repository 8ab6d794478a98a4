namespace TrunkBot.Secrets;

internal sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>On SQLite, where the keys are kept; by default <c>keys</c> beside the database file. Lose it and stored passwords are lost.</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>On PostgreSQL, the certificate that locks the keys in the database. Lose it and stored passwords are lost.</summary>
    public CertificateSetting Certificate { get; set; } = new();

    /// <summary>
    /// Certificates that open keys and lock none. To change the certificate, first add the new one here for every process, then exchange the
    /// two; the old one is needed for as long as there are keys that it has locked.
    /// </summary>
    public IReadOnlyList<CertificateSetting> OldCertificates { get; set; } = [];

    /// <summary>How long a password is kept while nobody knows whether VideoSDK has made the trunk.</summary>
    public TimeSpan KeepUnknown { get; set; } = TimeSpan.FromDays(7);
}

/// <summary>A certificate with its private key.</summary>
internal sealed class CertificateSetting
{
    /// <summary>A PFX (PKCS #12, RFC 7292) file with an RSA key; it is read at the start. Empty by default.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file's password. Empty by default.</summary>
    public string Password { get; set; } = "";
}
