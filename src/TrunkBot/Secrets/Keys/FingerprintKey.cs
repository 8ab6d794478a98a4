using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.Keys;

/// <summary>
/// Keyed hashes: whoever sees one learns nothing and cannot try values. The keys are numbered; the newest one makes hashes, all of them
/// check, and a hash begins with the number of its key. They lie beside the key ring and are locked by it.
/// </summary>
internal sealed class FingerprintKey
{
    private const string Purpose = "TrunkBot.Secrets.FingerprintKey.v1";
    private const byte FirstVersion = 1;

    // Not before somebody needs them, for whoever makes the first ones has to be alone.
    private readonly Lazy<SortedDictionary<byte, byte[]>> _keys;

    public FingerprintKey(IDataProtectionProvider provider, IKeyManager keys, IKeyPlace place) => _keys = new(() =>
    {
        KeyRing.Open(keys, place);
        return Read(provider.CreateProtector(Purpose), place);
    });

    /// <summary>Opens the keys, and makes the first one if there is none.</summary>
    /// <exception cref="StartException">A key does not open.</exception>
    public void Open() => _ = _keys.Value;

    public byte[] Fingerprint(ReadOnlySpan<byte> canonical)
    {
        var (version, key) = _keys.Value.Last();
        return [version, .. HMACSHA256.HashData(key, canonical)];
    }

    /// <summary>False for another text, a changed fingerprint and a key that is gone alike.</summary>
    public bool Verify(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> fingerprint) =>
        !fingerprint.IsEmpty
        && _keys.Value.TryGetValue(fingerprint[0], out var key)
        && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, canonical), fingerprint[1..]);

    /// <summary>The same over a text and a secret together.</summary>
    public byte[] Fingerprint(ReadOnlySpan<byte> canonical, Secret secret) => Fingerprint(Joined(canonical, secret));

    public bool Verify(ReadOnlySpan<byte> canonical, Secret secret, ReadOnlySpan<byte> fingerprint) =>
        Verify(Joined(canonical, secret), fingerprint);

    // The length in front keeps the two apart: what ends the text cannot begin the secret.
    private static byte[] Joined(ReadOnlySpan<byte> canonical, Secret secret) =>
        [.. BitConverter.GetBytes(canonical.Length), .. canonical, .. Encoding.UTF8.GetBytes(secret.Reveal())];

    private static SortedDictionary<byte, byte[]> Read(IDataProtector ring, IKeyPlace place)
    {
        if (place.Fingerprints().Count == 0)
            place.AddFingerprint(FirstVersion, ring.Protect(RandomNumberGenerator.GetBytes(32)));
        return new(place.Fingerprints().ToDictionary(key => key.Key, key => Open(key.Key, key.Value, ring, place)));
    }

    private static byte[] Open(byte version, byte[] locked, IDataProtector ring, IKeyPlace place)
    {
        try
        {
            return ring.Unprotect(locked);
        }
        catch (CryptographicException)
        {
            throw new StartException(KeysTexts.FingerprintDoesNotOpen(version, place.Remedy));
        }
    }
}
