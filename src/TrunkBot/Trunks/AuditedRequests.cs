using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Storage;

namespace TrunkBot.Trunks;

/// <summary>Requests as the audit sees them, from the first moment that is not a draft's.</summary>
internal sealed class AuditedRequests : IAuditedRows
{
    public bool Owns(string subject) => RequestId.Parse(subject) is not null;

    public IEnumerable<AuditedRow> Changing(TrunkBotDbContext db) => db.ChangeTracker.Entries<TrunkRequest>()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity.State is not RequestState.Draft)
        .Select(entry => RowOf(entry.Entity));

    public async Task<AuditedRow?> FindAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct)
    {
        var number = RequestId.Parse(subject)!.Value.Number;
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number && r.TenantId == tenantId, ct);
        return request is null ? null : RowOf(request);
    }

    private static AuditedRow RowOf(TrunkRequest request) => new(
        request.TenantId, request.Id.ToString(),
        JsonSerializer.SerializeToUtf8Bytes(Content(request), AuditedJsonContext.Default.AuditedRequest),
        request.Fingerprint);

    // The password is no part of it: its fingerprint is. Nulls are left out, so that a new member leaves older digests as they are.
    private static AuditedRequest Content(TrunkRequest request) => new(
        request.Number, request.TenantId, request.AskerId, request.AskerName, request.Reference, request.State.ToString(), request.Fields,
        request.Warnings, request.CreatedAt.ToUnixTimeMilliseconds(), request.ChangedAt.ToUnixTimeMilliseconds(),
        request.ApprovedAt?.ToUnixTimeMilliseconds(), request.UnknownSince?.ToUnixTimeMilliseconds(), request.SentAt?.ToUnixTimeMilliseconds(),
        request.TrunkId, request.Problem);
}

/// <summary>What matters of a request's row.</summary>
internal sealed record AuditedRequest(
    long Number, string TenantId, string AskerId, string AskerName, string Reference, string State, TrunkFields Fields,
    IReadOnlyList<string> Warnings, long CreatedAt, long ChangedAt, long? ApprovedAt, long? UnknownSince, long? SentAt, string? TrunkId,
    string? Problem);
