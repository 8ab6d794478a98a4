using System.Text.Json.Serialization;
using TrunkBot.Languages;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Noted>))]
[JsonSerializable(typeof(ConfirmedRequest))]
[JsonSerializable(typeof(Drafts.Pasting.PasteNotes))]
internal sealed partial class TrunksJsonContext : JsonSerializerContext;

/// <summary>Leaves nulls out: what is digested today must read the same when the class has grown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditedRequest))]
[JsonSerializable(typeof(FingerprintedRequest))]
internal sealed partial class AuditedJsonContext : JsonSerializerContext;
