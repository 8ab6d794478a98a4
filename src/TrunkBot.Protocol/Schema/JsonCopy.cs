using System.Text.Json;

namespace TrunkBot.Protocol.Schema;

/// <summary>Copies JSON that nobody here has a type for: of a member that is given twice the last, and nothing that is deeper than anybody reads.</summary>
internal static class JsonCopy
{
    /// <summary>The serializer itself goes no deeper than 64; no channel comes near it.</summary>
    public const int Deepest = 56;

    /// <summary>Writes it; false for what is too deep.</summary>
    public static bool TryWrite(JsonElement json, Utf8JsonWriter writer, int depth)
    {
        if (depth >= Deepest && json.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return false;
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var copies in json.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal))
                    CopyMember(copies.Key, copies.Last().Value, writer, depth);
                writer.WriteEndObject();
                return true;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in json.EnumerateArray())
                    _ = TryWrite(element, writer, depth + 1);
                writer.WriteEndArray();
                return true;
            default:
                json.WriteTo(writer);
                return true;
        }
    }

    private static void CopyMember(string name, JsonElement value, Utf8JsonWriter writer, int depth)
    {
        writer.WritePropertyName(name);
        if (!TryWrite(value, writer, depth + 1))
            writer.WriteNullValue();
    }
}
