using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Secrets.Keys;

namespace TrunkBot.Audit;

/// <summary>The keyed hashes of the audit: who can write to the database, but has not the key, can make none that fits.</summary>
internal sealed class AuditKey(FingerprintKey key)
{
    public byte[] HashOf(AuditEntry entry) => key.Fingerprint(Canonical(entry));

    public bool Fits(AuditEntry entry) => key.Verify(Canonical(entry), entry.Hash);

    public byte[] DigestOf(AuditedRow row) => key.Fingerprint(Canonical(row));

    public bool Fits(AuditedRow row, byte[] digest) => key.Verify(Canonical(row), digest);

    public byte[] HashOf(AuditCheckpoint checkpoint, IReadOnlyList<AuditSeal> seals) => key.Fingerprint(Canonical(checkpoint, seals));

    public bool Fits(AuditCheckpoint checkpoint, IReadOnlyList<AuditSeal> seals) => key.Verify(Canonical(checkpoint, seals), checkpoint.Hash);

    public byte[] RemovalOf(AuditHead head, DateTimeOffset at) => key.Fingerprint(Canonical(head, at));

    public bool IsRemoved(AuditHead head) =>
        head is { RemovedAt: { } at, Removal: { } removal } && key.Verify(Canonical(head, at), removal);

    // Each form names its kind, so that a hash of one can never stand for another.
    private static byte[] Canonical(AuditEntry entry) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedEntry(
            "audit entry 1", entry.TenantId, entry.Subject, entry.Sequence, entry.PreviousHash, entry.Id, entry.At.ToUnixTimeMilliseconds(),
            entry.ActorId, entry.ActorName, entry.OnBehalfOfId, entry.OnBehalfOfName, entry.Act, entry.Detail, entry.Rule, entry.Fingerprint,
            entry.RowDigest),
        AuditJsonContext.Default.HashedEntry);

    private static byte[] Canonical(AuditedRow row) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedRow("audited row 1", row.Content, row.Fingerprint), AuditJsonContext.Default.HashedRow);

    // In one order, whatever order the database gives.
    private static byte[] Canonical(AuditCheckpoint checkpoint, IReadOnlyList<AuditSeal> seals) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedCheckpoint(
            "audit checkpoint 1", checkpoint.Number, checkpoint.At.ToUnixTimeMilliseconds(), checkpoint.PreviousHash,
            [.. seals.OrderBy(seal => seal.TenantId, StringComparer.Ordinal).ThenBy(seal => seal.Subject, StringComparer.Ordinal)
                .Select(seal => new HashedSeal(seal.TenantId, seal.Subject, seal.Sequence, seal.Hash))]),
        AuditJsonContext.Default.HashedCheckpoint);

    private static byte[] Canonical(AuditHead head, DateTimeOffset removedAt) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedRemoval("audit removal 1", head.TenantId, head.Subject, head.Sequence, head.Hash, removedAt.ToUnixTimeMilliseconds()),
        AuditJsonContext.Default.HashedRemoval);
}

internal sealed record HashedEntry(
    string Kind, string TenantId, string Subject, long Sequence, byte[]? PreviousHash, Guid Id, long At, string? ActorId, string? ActorName,
    string? OnBehalfOfId, string? OnBehalfOfName, string Act, string? Detail, string? Rule, byte[]? Fingerprint, byte[]? RowDigest);

internal sealed record HashedRow(string Kind, byte[] Content, byte[]? Fingerprint);

internal sealed record HashedCheckpoint(string Kind, long Number, long At, byte[]? PreviousHash, IReadOnlyList<HashedSeal> Seals);

internal sealed record HashedSeal(string TenantId, string Subject, long Sequence, byte[] Hash);

internal sealed record HashedRemoval(string Kind, string TenantId, string Subject, long Sequence, byte[] Hash, long RemovedAt);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HashedEntry))]
[JsonSerializable(typeof(HashedRow))]
[JsonSerializable(typeof(HashedCheckpoint))]
[JsonSerializable(typeof(HashedRemoval))]
internal sealed partial class AuditJsonContext : JsonSerializerContext;
