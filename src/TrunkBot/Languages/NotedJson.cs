using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Languages;

/// <summary>As a JSON string.</summary>
internal sealed class NotedJson : JsonConverter<Noted>
{
    public override Noted Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Noted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Kept);
}
