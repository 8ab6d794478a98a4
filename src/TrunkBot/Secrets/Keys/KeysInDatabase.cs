using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Secrets.Keys;

/// <summary>
/// Keys as rows, so that processes share nothing but the database. They are locked by a certificate that is not in it: whoever has the
/// database alone opens nothing.
/// </summary>
// Data Protection asks in a synchronous way, at the start and once a day.
internal sealed class KeysInDatabase(IBackEnd backEnd, TimeProvider clock) : IKeyPlace, IXmlRepository
{
    private const string OfTheRing = "ring ", OfFingerprints = "fingerprint ";

    private static readonly Statement s_all = Statement.Select<StoredKey>(nameof(StoredKey.Name), nameof(StoredKey.Content)).OrderBy(nameof(StoredKey.Name));

    public IXmlRepository Ring => this;

    public string Remedy =>
        KeysTexts.CertificateOfTheLockIsGone;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read(OfTheRing).Select(row => XElement.Parse(row.Content))];

    public void StoreElement(XElement element, string friendlyName)
    {
        if (!Add(OfTheRing + friendlyName, element.ToString(SaveOptions.DisableFormatting)))
            throw new InvalidOperationException($"There is a key {friendlyName} already.");
    }

    public IReadOnlyDictionary<byte, byte[]> Fingerprints() => Read(OfFingerprints).ToDictionary(
        row => byte.Parse(row.Name[OfFingerprints.Length..], CultureInfo.InvariantCulture), row => Convert.FromBase64String(row.Content));

    // If another process was faster, its key is the one.
    public void AddFingerprint(byte version, byte[] locked) =>
        Add(OfFingerprints + version.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(locked));

    public Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken ct) => backEnd.EnterAloneAsync(ct);

    private bool Add(string name, string content) => backEnd.Rows.WriteAsync(
        [Change.Insert(new StoredKey { Name = name, Content = content, MadeAt = clock.GetUtcNow() }).On(backEnd.Model)],
        bringsWork: false, CancellationToken.None).GetAwaiter().GetResult();

    private IEnumerable<(string Name, string Content)> Read(string kind) => backEnd.ListAsync(
        s_all, row => (Name: row.GetString(0), Content: row.GetString(1)), CancellationToken.None)
        .AsTask().GetAwaiter().GetResult().Where(row => row.Name.StartsWith(kind, StringComparison.Ordinal));
}
