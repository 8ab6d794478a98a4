using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

/// <summary>Reads a tenant's entries, newest first, page by page; what is written meanwhile moves nothing from one page to the next.</summary>
internal sealed class AuditPages(TrunkBotDbContext db, TimeProvider clock)
{
    private const int PageLength = 10, MostPages = 1000;

    /// <param name="tenantId">Whose entries.</param>
    /// <param name="subject">Of one chain only; null for all.</param>
    /// <param name="mark">Which page, as the page before said; null for the first.</param>
    /// <param name="ct">Ends the turn.</param>
    public Task<AuditPage> ReadAsync(string tenantId, string? subject, string? mark, CancellationToken ct) =>
        subject is null ? ReadAllAsync(tenantId, mark, ct) : ReadChainAsync(tenantId, subject, mark, ct);

    /// <summary>All entries of a tenant or of one of its chains, oldest first, as they come from the database.</summary>
    public IAsyncEnumerable<AuditEntry> AllAsync(string tenantId, string? subject) => (subject is null
        ? Of(tenantId).OrderBy(entry => entry.At).ThenBy(entry => entry.Subject).ThenBy(entry => entry.Sequence)
        : Of(tenantId).Where(entry => entry.Subject == subject).OrderBy(entry => entry.Sequence)).AsAsyncEnumerable();

    private async Task<AuditPage> ReadAllAsync(string tenantId, string? mark, CancellationToken ct)
    {
        var (until, page) = Parse(mark) ?? (clock.GetUtcNow(), 0);
        var found = await Of(tenantId)
            .Where(entry => entry.At <= until)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Subject).ThenByDescending(entry => entry.Sequence)
            .Skip(page * PageLength)
            .Take(PageLength + 1)
            .ToListAsync(ct);
        var hasMore = found.Count > PageLength && page + 1 < MostPages;
        return new AuditPage(null, [.. found.Take(PageLength)], hasMore ? Mark(until, page + 1) : null);
    }

    // By the places in the chain and not by the time: SQLite would look for the chain among everything that the tenant ever did.
    private async Task<AuditPage> ReadChainAsync(string tenantId, string subject, string? mark, CancellationToken ct)
    {
        var before = long.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : long.MaxValue;
        var found = await Of(tenantId)
            .Where(entry => entry.Subject == subject && entry.Sequence < before)
            .OrderByDescending(entry => entry.Sequence)
            .Take(PageLength + 1)
            .ToListAsync(ct);
        var shown = found.Take(PageLength).ToList();
        return new AuditPage(subject, shown, found.Count > PageLength ? shown[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null);
    }

    private IQueryable<AuditEntry> Of(string tenantId) => db.Audit.AsNoTracking().Where(entry => entry.TenantId == tenantId);

    private static string Mark(DateTimeOffset until, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeMilliseconds()}.{page}");

    private static (DateTimeOffset Until, int Page)? Parse(string? mark) =>
        mark?.Split('.') is [var until, var page]
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < MostPages
            ? (DateTimeOffset.FromUnixTimeMilliseconds(time), number)
            : null;
}

/// <summary>Some entries, newest first.</summary>
/// <param name="Subject">The one chain that they are of; null for all.</param>
/// <param name="Entries">At most ten.</param>
/// <param name="Older">The mark of the next page; null when there is none.</param>
internal sealed record AuditPage(string? Subject, IReadOnlyList<AuditEntry> Entries, string? Older);
