using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets;

/// <summary>
/// Keyed hashes: whoever sees one learns nothing and cannot try values. Key files are numbered; the newest one makes hashes, all of them
/// check, and a hash begins with the number of its key. The files lie beside the key ring and are locked by it.
/// </summary>
internal sealed class FingerprintKey
{
    private const string Purpose = "TrunkBot.Secrets.FingerprintKey.v1";
    private const string FilePattern = "fingerprint-*.key";
    private const int FirstVersion = 1;

    private readonly SortedDictionary<byte, byte[]> _keys = [];

    public FingerprintKey(IDataProtectionProvider provider, IOptions<SecretsOptions> options)
    {
        var folder = KeyFolder.Open(options.Value.KeyFolder);
        var ring = provider.CreateProtector(Purpose);
        if (folder.GetFiles(FilePattern).Length == 0)
            KeyFile.Create(PathOf(folder, FirstVersion), ring.Protect(RandomNumberGenerator.GetBytes(32)));
        foreach (var file in folder.GetFiles(FilePattern))
            _keys[VersionOf(file)] = Read(file, ring);
    }

    public byte[] Fingerprint(ReadOnlySpan<byte> canonical)
    {
        var (version, key) = _keys.Last();
        return [version, .. HMACSHA256.HashData(key, canonical)];
    }

    /// <summary>False for another text, a changed fingerprint and a key that is gone alike.</summary>
    public bool Verify(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> fingerprint) =>
        !fingerprint.IsEmpty
        && _keys.TryGetValue(fingerprint[0], out var key)
        && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, canonical), fingerprint[1..]);

    /// <summary>The same over a text and a secret together.</summary>
    public byte[] Fingerprint(ReadOnlySpan<byte> canonical, Secret secret) => Fingerprint(Joined(canonical, secret));

    public bool Verify(ReadOnlySpan<byte> canonical, Secret secret, ReadOnlySpan<byte> fingerprint) =>
        Verify(Joined(canonical, secret), fingerprint);

    // The length in front keeps the two apart: what ends the text cannot begin the secret.
    private static byte[] Joined(ReadOnlySpan<byte> canonical, Secret secret) =>
        [.. BitConverter.GetBytes(canonical.Length), .. canonical, .. Encoding.UTF8.GetBytes(secret.Reveal())];

    private static string PathOf(DirectoryInfo folder, int version) =>
        Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"fingerprint-{version}.key"));

    private static byte VersionOf(FileInfo file) =>
        byte.TryParse(Path.GetFileNameWithoutExtension(file.Name).Split('-')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new InvalidOperationException($"{file.FullName} is no key file: its name must be fingerprint-<1 to 255>.key.");

    private static byte[] Read(FileInfo file, IDataProtector ring)
    {
        try
        {
            return ring.Unprotect(File.ReadAllBytes(file.FullName));
        }
        catch (CryptographicException)
        {
            throw new InvalidOperationException(
                $"{file.FullName} cannot be opened with the key ring in the same folder. Bring the whole folder back from a backup.");
        }
    }
}
