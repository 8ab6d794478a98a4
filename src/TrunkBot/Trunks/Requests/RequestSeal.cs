using System.Security.Cryptography;
using System.Text.Json;
using TrunkBot.Secrets;
using TrunkBot.Secrets.Keys;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>Binds an approval to exactly one create: a keyed hash over the request and its password.</summary>
internal sealed class RequestSeal(FingerprintKey key)
{
    public byte[] Of(TrunkRequest request, TrunkSpec spec, Secret password) => key.Fingerprint(Canonical(request, spec), password);

    public bool Fits(TrunkRequest request, TrunkSpec spec, Secret password, byte[] fingerprint) =>
        key.Verify(Canonical(request, spec), password, fingerprint);

    private static byte[] Canonical(TrunkRequest request, TrunkSpec spec) => JsonSerializer.SerializeToUtf8Bytes(
        new FingerprintedRequest(request.Number, request.TenantId, request.AskerId, spec),
        AuditedJsonContext.Default.FingerprintedRequest);
}

internal sealed record FingerprintedRequest(long Number, string TenantId, string AskerId, TrunkSpec Spec);

/// <summary>What a person said yes to when there were warnings.</summary>
internal sealed record ConfirmedRequest(TrunkSpec Spec, IReadOnlyList<Finding> Warnings)
{
    /// <summary>The same values and warnings have the same mark, others another. It holds nothing secret.</summary>
    public static string MarkOf(TrunkSpec spec, IReadOnlyList<Finding> warnings) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new ConfirmedRequest(spec, warnings), TrunksJsonContext.Default.ConfirmedRequest)));
}
