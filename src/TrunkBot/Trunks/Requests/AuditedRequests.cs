using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>Requests as the audit sees them, from the first moment that is not a draft's.</summary>
internal sealed class AuditedRequests(SecretBox box, RequestSeal seal) : IAuditedRows
{
    public bool Owns(string subject) => RequestId.Parse(subject) is not null;

    public IEnumerable<AuditedRow> Changing(TrunkBotDbContext db) => db.ChangeTracker.Entries<TrunkRequest>()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity.State is not RequestState.Draft)
        .Select(entry => RowOf(entry.Entity));

    public async Task<AuditedRow?> FindAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct) =>
        await ReadAsync(db, tenantId, subject, ct) is { } request ? RowOf(request) : null;

    public async Task<string?> FlawOfAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct) =>
        await ReadAsync(db, tenantId, subject, ct) is not { State: not RequestState.Draft, IsFinal: false } request ? null
        : request.ProtectedPassword is { } locked ? FlawOf(request, locked)
        : request.State is RequestState.OutcomeUnknown ? null
        : TrunkTexts.PasswordMissing;

    public Task<List<AuditedName>> WithoutChainAsync(TrunkBotDbContext db, int most, CancellationToken ct)
    {
        var heads = db.AuditHeads;
        return db.Requests.AsNoTracking()
            .Where(request => request.State != RequestState.Draft
                && !heads.Any(head => head.TenantId == request.TenantId && head.Subject == "TR-" + request.Number))
            .OrderBy(request => request.Number)
            .Take(most)
            .Select(request => new AuditedName(request.TenantId, "TR-" + request.Number))
            .ToListAsync(ct);
    }

    // By the same two checks as just before the create.
    private string? FlawOf(TrunkRequest request, string locked)
    {
        try
        {
            var secret = box.Unprotect(locked, request.Id.ToString());
            return request.Fingerprint is { } fingerprint && seal.Fits(request, TrunkFacts.SpecOf(request), secret, fingerprint)
                ? null
                : TrunkTexts.PasswordOfNobody;
        }
        catch (SecretUnreadableException)
        {
            return TrunkTexts.PasswordUnreadable;
        }
    }

    private static async Task<TrunkRequest?> ReadAsync(TrunkBotDbContext db, string tenantId, string subject, CancellationToken ct)
    {
        var number = RequestId.Parse(subject)!.Value.Number;
        return await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number && r.TenantId == tenantId, ct);
    }

    private static AuditedRow RowOf(TrunkRequest request) => new(
        request.TenantId, request.Id.ToString(),
        JsonSerializer.SerializeToUtf8Bytes(Content(request), AuditedJsonContext.Default.AuditedRequest),
        request.Fingerprint, request.IsFinal);

    // The password is no part of it: its fingerprint is. Nulls are left out, so that a new member leaves older digests as they are.
    private static AuditedRequest Content(TrunkRequest request) => new(
        request.Number, request.TenantId, request.AskerId, request.AskerName, request.Reference, request.State.ToString(), request.Fields,
        [.. request.Warnings.Select(warning => warning.Kept)], request.CreatedAt.ToUnixTimeMilliseconds(), request.ChangedAt.ToUnixTimeMilliseconds(),
        request.ApprovedAt?.ToUnixTimeMilliseconds(), request.UnknownSince?.ToUnixTimeMilliseconds(), request.SentAt?.ToUnixTimeMilliseconds(),
        request.TrunkId, request.Problem?.Kept);
}

/// <summary>What matters of a request's row.</summary>
internal sealed record AuditedRequest(
    long Number, string TenantId, string AskerId, string AskerName, string Reference, string State, TrunkFields Fields,
    IReadOnlyList<string> Warnings, long CreatedAt, long ChangedAt, long? ApprovedAt, long? UnknownSince, long? SentAt, string? TrunkId,
    string? Problem);
