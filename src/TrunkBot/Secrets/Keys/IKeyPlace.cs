using Microsoft.AspNetCore.DataProtection.Repositories;

namespace TrunkBot.Secrets.Keys;

/// <summary>Where the keys are kept: in a folder beside a SQLite file, or in the PostgreSQL database that all processes share.</summary>
internal interface IKeyPlace
{
    /// <summary>The key ring of Data Protection.</summary>
    IXmlRepository Ring { get; }

    /// <summary>The fingerprint keys, locked by the ring, by their number.</summary>
    IReadOnlyDictionary<byte, byte[]> Fingerprints();

    /// <summary>Keeps a fingerprint key, unless there is one of this number already.</summary>
    void AddFingerprint(byte version, byte[] locked);

    /// <summary>Waits until no other process makes keys.</summary>
    Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken ct);

    /// <summary>What to do when a key does not open, as a sentence.</summary>
    string Remedy { get; }
}
