using System.Globalization;
using CsvHelper;
using TrunkBot.Chat;
using TrunkBot.Protocol.Schema;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Storage;

namespace TrunkBot.Audit.Exporting;

/// <summary>
/// The audit as a file: with the message where the channel takes it, else behind a link that works once; looking at its page consumes
/// nothing, the download does.
/// </summary>
internal sealed class AuditExport(OneTimeLinks links, AuditTrail audit, AuditPages pages, TrunkBotDbContext db, Commit commit, TimeProvider clock)
{
    public const string Path = "/audit/", FileName = "trunkbot-audit.csv", MediaType = "text/csv";

    // No subject of a password begins so: such a link opens nothing else.
    private const string Prefix = "audit ";

    // Excel takes a file without the mark for the machine's old code page.
    private static readonly CsvWriterOptions s_format = new() { WriteByteOrderMark = true };

    /// <summary>What to send to this Admin: the file, a link to it, or why there is neither.</summary>
    public async Task<Activity> OfferAsync(ChatTurn turn, string? subject, CancellationToken ct)
    {
        if (!turn.IsPersonal)
            return Activity.Message(AuditTexts.PersonalOnly);
        var file = turn.Channel.LargestFile > 0 ? await FileAsync(turn.Person.TenantId, subject, turn.Channel.LargestFile, ct) : null;
        if (file is null && !links.IsOn)
            return Activity.Message(AuditTexts.NoPage);
        audit.By(turn.Person, turn.Person.TenantId, AuditTrail.Settings, "audit exported", subject ?? "everything");
        if (file is null)
            return Activity.Message(AuditTexts.Link(links.Create(Path, Prefix + subject, turn.Person.TenantId, turn.Person.ObjectId)));
        var message = Activity.Message(AuditTexts.File);
        message.Attachments = [file];
        return message;
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

    public Task WriteAsync(OneTimeLink link, Stream to, CancellationToken ct) =>
        WriteAsync(link.TenantId, link.SubjectId[Prefix.Length..] is { Length: > 0 } subject ? subject : null, to, ct);

    private async Task WriteAsync(string tenantId, string? subject, Stream to, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(to, s_format, leaveOpen: true);
        csv.WriteHeader(AuditLine.Header);
        await foreach (var entry in pages.AllAsync(tenantId, subject).WithCancellation(ct))
            await WriteAsync(csv, AuditLine.Of(entry), ct);
        await csv.FlushAsync(ct);
    }

    private static async Task WriteAsync(CsvWriter csv, string?[] line, CancellationToken ct)
    {
        foreach (var cell in line)
            csv.WriteField(AuditCell.Safe(cell), AuditCell.HasSeparator(cell) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        await csv.EndRecordAsync(ct);
    }

    /// <returns>Null when it is larger than a message holds.</returns>
    private async Task<Attachment?> FileAsync(string tenantId, string? subject, int most, CancellationToken ct)
    {
        var content = new byte[most];
        using var file = new MemoryStream(content, writable: true);
        try
        {
            await WriteAsync(tenantId, subject, file, ct);
        }
        catch (NotSupportedException)
        {
            // The stream does not grow: it does not fit.
            return null;
        }

        return new Attachment
        {
            ContentType = MediaType,
            ContentUrl = $"data:{MediaType};base64,{Convert.ToBase64String(content, 0, (int)file.Position)}",
            Name = FileName,
        };
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
