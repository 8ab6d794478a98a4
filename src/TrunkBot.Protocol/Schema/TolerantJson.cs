using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrunkBot.Protocol.Schema;

/// <summary>
/// Reads what a channel wrote as far as it can be read: a member of another form than ours counts as absent, an element that is none is left out of
/// its list, and of a member that is given twice the last copy that can be read counts.
/// </summary>
internal static class TolerantJson
{
    // Where two copies of these differ, nobody can tell who speaks, or where.
    private static readonly string[] s_deciding =
        ["type", "channelId", "serviceUrl", "from", "recipient", "conversation", "channelData", "id", "aadObjectId", "tenantId", "tenant", "role"];

    /// <summary>Reads it in one go if it can be; null where it is nothing of this kind.</summary>
    /// <exception cref="AmbiguousMemberException">A member that decides who speaks, or where, is given twice and differently.</exception>
    public static T? Read<T>(JsonElement json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return json.Deserialize(type);
        }
        catch (JsonException)
        {
            return ReadFitting(json, type);
        }
    }

    /// <summary>Reads what fits of it; null where it is nothing of this kind.</summary>
    /// <exception cref="AmbiguousMemberException">A member that decides who speaks, or where, is given twice and differently.</exception>
    public static T? ReadFitting<T>(JsonElement json, JsonTypeInfo<T> type) where T : class
    {
        var fitting = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(fitting))
        {
            if (!TryWrite(json, type, writer, depth: 1))
                return null;
        }

        return JsonSerializer.Deserialize(fitting.WrittenSpan, type);
    }

    private static bool TryWrite(JsonElement json, JsonTypeInfo type, Utf8JsonWriter writer, int depth)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when json.ValueKind == JsonValueKind.Object && depth < JsonCopy.Deepest:
                WriteObject(json, type, writer, depth);
                return true;
            case JsonTypeInfoKind.Enumerable when json.ValueKind == JsonValueKind.Array && depth < JsonCopy.Deepest:
                WriteList(json, type, writer, depth);
                return true;
            case JsonTypeInfoKind.None when type.Type == typeof(JsonElement):
                return JsonCopy.TryWrite(json, writer, depth);
            case JsonTypeInfoKind.None when Fits(json, type):
                json.WriteTo(writer);
                return true;
            default:
                return false;
        }
    }

    private static bool Fits(JsonElement json, JsonTypeInfo type)
    {
        if (type.Type == typeof(string))
            return json.ValueKind == JsonValueKind.String;
        try
        {
            return json.ValueKind != JsonValueKind.Null && json.Deserialize(type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteObject(JsonElement json, JsonTypeInfo type, Utf8JsonWriter writer, int depth)
    {
        var known = type.Properties.Where(property => !property.IsExtensionData).ToDictionary(property => property.Name, StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var copies in json.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal))
        {
            ThrowIfAmbiguous(copies, type);
            var of = known.TryGetValue(copies.Key, out var property) ? type.Options.GetTypeInfo(Bare(property.PropertyType)) : null;
            if (of is not null || type.Properties.Any(p => p.IsExtensionData))
                WriteMember(copies, of, writer, depth);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(IGrouping<string, JsonProperty> copies, JsonTypeInfo? type, Utf8JsonWriter writer, int depth)
    {
        foreach (var copy in copies.Reverse().Where(copy => copy.Value.ValueKind != JsonValueKind.Null))
        {
            var written = Written(copy.Value, type, depth + 1);
            if (written is null)
                continue;
            writer.WritePropertyName(copies.Key);
            writer.WriteRawValue(written, skipInputValidation: true);
            return;
        }
    }

    private static void WriteList(JsonElement json, JsonTypeInfo type, Utf8JsonWriter writer, int depth)
    {
        var element = type.Options.GetTypeInfo(Bare(type.ElementType!));
        writer.WriteStartArray();
        foreach (var written in json.EnumerateArray().Select(one => Written(one, element, depth + 1)).OfType<byte[]>())
            writer.WriteRawValue(written, skipInputValidation: true);
        writer.WriteEndArray();
    }

    // Apart from the rest, so that what turns out not to fit leaves no trace in it.
    private static byte[]? Written(JsonElement json, JsonTypeInfo? type, int depth)
    {
        var apart = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(apart, new JsonWriterOptions { MaxDepth = JsonCopy.Deepest * 2 }))
        {
            if (!(type is null ? JsonCopy.TryWrite(json, writer, depth) : TryWrite(json, type, writer, depth)))
                return null;
        }

        return apart.WrittenSpan.ToArray();
    }

    private static void ThrowIfAmbiguous(IGrouping<string, JsonProperty> copies, JsonTypeInfo type)
    {
        // An activity's own id tells it from others, and nothing more.
        if (type.Type == typeof(Activity) && copies.Key == "id")
            return;
        if (s_deciding.Contains(copies.Key) && copies.Select(copy => copy.Value).Where(value => value.ValueKind != JsonValueKind.Null)
                .Select(value => value.GetRawText()).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new AmbiguousMemberException(copies.Key);
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

/// <summary>A member that decides who speaks, or where, is given twice and differently.</summary>
internal sealed class AmbiguousMemberException(string member) : Exception($"The member {member} is given twice.")
{
    public string Member => member;
}
