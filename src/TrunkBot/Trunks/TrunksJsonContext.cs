using System.Text.Json.Serialization;

namespace TrunkBot.Trunks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(FingerprintedRequest))]
[JsonSerializable(typeof(ConfirmedRequest))]
internal sealed partial class TrunksJsonContext : JsonSerializerContext;
