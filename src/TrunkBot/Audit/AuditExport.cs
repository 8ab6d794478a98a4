using System.Globalization;
using CsvHelper;
using TrunkBot.Chat;
using TrunkBot.Secrets;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>The audit as a file, behind a link that works once: looking at its page consumes nothing, the download does.</summary>
internal sealed class AuditExport(OneTimeLinks links, AuditTrail audit, AuditPages pages, TrunkBotDbContext db, Commit commit, TimeProvider clock)
{
    public const string Path = "/audit/";

    // No subject of a password begins so: such a link opens nothing else.
    private const string Prefix = "audit ";

    // A cell that begins with one of these would be a formula in a spreadsheet.
    private static readonly CsvWriterOptions s_format = new() { Injection = CsvInjection.Escape };

    /// <summary>Makes a link for this Admin; what to say to them.</summary>
    public string Offer(ChatTurn turn, string? subject)
    {
        if (!links.IsOn)
            return AuditTexts.NoPage;
        if (!turn.IsPersonal)
            return AuditTexts.PersonalOnly;
        audit.By(turn.Person, turn.Person.TenantId, AuditTrail.Settings, "audit exported", subject ?? "everything");
        return AuditTexts.Link(links.Create(Path, Prefix + subject, turn.Person.TenantId, turn.Person.ObjectId));
    }

    public async Task<bool> IsOpenAsync(string token, CancellationToken ct) => await FindAsync(token, ct) is not null;

    /// <summary>Takes the link; of several who come at once, one gets it.</summary>
    public async Task<OneTimeLink?> TakeAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } link)
            return null;
        link.Use(clock.GetUtcNow());
        return await commit.TrySaveAsync(db, ct) ? link : null;
    }

    public async Task WriteAsync(OneTimeLink link, Stream to, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(to, s_format, leaveOpen: true);
        csv.WriteHeader(AuditLine.Header);
        var subject = link.SubjectId[Prefix.Length..];
        await foreach (var entry in pages.AllAsync(link.TenantId, subject.Length == 0 ? null : subject).WithCancellation(ct))
            await csv.WriteRecordAsync(AuditLine.Of(entry), ct);
        await csv.FlushAsync(ct);
    }

    private async Task<OneTimeLink?> FindAsync(string token, CancellationToken ct) =>
        links.IsOn && await links.FindAsync(token, ct) is { } link && link.SubjectId.StartsWith(Prefix, StringComparison.Ordinal) ? link : null;
}

/// <summary>A line of the file.</summary>
internal static class AuditLine
{
    public static readonly string[] Header =
        ["Time", "Subject", "Entry", "Act", "Who", "WhoId", "OnBehalfOf", "OnBehalfOfId", "Rule", "Detail", "Fingerprint", "Hash"];

    public static string?[] Of(AuditEntry entry) =>
    [
        entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), entry.Subject,
        entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Act, entry.ActorName ?? "TrunkBot", entry.ActorId, entry.OnBehalfOfName,
        entry.OnBehalfOfId, entry.Rule, entry.Detail, entry.Fingerprint is { } fingerprint ? Convert.ToHexStringLower(fingerprint) : null,
        Convert.ToHexStringLower(entry.Hash),
    ];
}
