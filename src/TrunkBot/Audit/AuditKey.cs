using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Secrets;

namespace TrunkBot.Audit;

/// <summary>The keyed hashes of the audit: who can write to the database, but has not the key, can make none that fits.</summary>
internal sealed class AuditKey(FingerprintKey key)
{
    public byte[] HashOf(AuditEntry entry) => key.Fingerprint(Canonical(entry));

    public bool Fits(AuditEntry entry) => key.Verify(Canonical(entry), entry.Hash);

    public byte[] DigestOf(AuditedRow row) => key.Fingerprint(Canonical(row));

    public bool Fits(AuditedRow row, byte[] digest) => key.Verify(Canonical(row), digest);

    // Each form names its kind, so that a hash of one can never stand for another.
    private static byte[] Canonical(AuditEntry entry) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedEntry(
            "audit entry 1", entry.TenantId, entry.Subject, entry.Sequence, entry.PreviousHash, entry.Id, entry.At.ToUnixTimeMilliseconds(),
            entry.ActorId, entry.ActorName, entry.OnBehalfOfId, entry.OnBehalfOfName, entry.Act, entry.Detail, entry.Rule, entry.Fingerprint,
            entry.RowDigest),
        AuditJsonContext.Default.HashedEntry);

    private static byte[] Canonical(AuditedRow row) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedRow("audited row 1", row.Content, row.Fingerprint), AuditJsonContext.Default.HashedRow);
}

internal sealed record HashedEntry(
    string Kind, string TenantId, string Subject, long Sequence, byte[]? PreviousHash, Guid Id, long At, string? ActorId, string? ActorName,
    string? OnBehalfOfId, string? OnBehalfOfName, string Act, string? Detail, string? Rule, byte[]? Fingerprint, byte[]? RowDigest);

internal sealed record HashedRow(string Kind, byte[] Content, byte[]? Fingerprint);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HashedEntry))]
[JsonSerializable(typeof(HashedRow))]
internal sealed partial class AuditJsonContext : JsonSerializerContext;
