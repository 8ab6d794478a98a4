using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Presets;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(TrunkPreset))]
internal sealed partial class PresetJsonContext : JsonSerializerContext;
