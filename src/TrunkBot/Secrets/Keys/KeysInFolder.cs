using System.Globalization;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.Keys;

/// <summary>Keys as files. Whoever can read the folder and the database can read passwords: the two are backed up apart.</summary>
internal sealed class KeysInFolder(IOptions<SecretsOptions> options, ILoggerFactory loggers) : IKeyPlace
{
    private const string FilePattern = "fingerprint-*.key";

    private readonly DirectoryInfo _folder = KeyFolder.Open(options.Value.KeyFolder);

    public IXmlRepository Ring => new FileSystemXmlRepository(_folder, loggers);

    public string Remedy => KeysTexts.Restore(_folder.FullName);

    public IReadOnlyDictionary<byte, byte[]> Fingerprints() =>
        _folder.GetFiles(FilePattern).ToDictionary(VersionOf, file => File.ReadAllBytes(file.FullName));

    public void AddFingerprint(byte version, byte[] locked) => KeyFile.Create(
        Path.Combine(_folder.FullName, string.Create(CultureInfo.InvariantCulture, $"fingerprint-{version}.key")), locked);

    public Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken ct) => Task.FromResult<IAsyncDisposable?>(null);

    private static byte VersionOf(FileInfo file) =>
        byte.TryParse(Path.GetFileNameWithoutExtension(file.Name).Split('-')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new StartException(KeysTexts.NoKeyFile(file.FullName));
}
