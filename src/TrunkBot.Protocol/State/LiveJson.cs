using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TrunkBot.Protocol.State;

/// <summary>A JSON value that is parsed when somebody asks for it, lives as an object for the turn, and is written once, at its end.</summary>
[JsonConverter(typeof(LiveJsonConverter))]
internal sealed class LiveJson
{
    private JsonElement? _json;
    private object? _value;
    private JsonTypeInfo? _typeInfo;

    public LiveJson(JsonElement json) => _json = json;

    private LiveJson(object value, JsonTypeInfo typeInfo) => (_value, _typeInfo) = (value, typeInfo);

    public static LiveJson Of<T>(T value, JsonTypeInfo<T> typeInfo) where T : class => new(value, typeInfo);

    /// <summary>The value itself, not a copy: what is changed in it is written.</summary>
    /// <exception cref="JsonException">It is not of this type.</exception>
    public T? Get<T>(JsonTypeInfo<T> typeInfo) where T : class
    {
        if (_value is T live)
            return live;
        _json ??= JsonSerializer.SerializeToElement(_value, _typeInfo!);
        if (_json.Value.Deserialize(typeInfo) is not { } value)
            return null;
        (_json, _value, _typeInfo) = (null, value, typeInfo);
        return value;
    }

    /// <summary>True for a value that need not be stored.</summary>
    public bool IsEmpty => _value is IEmptyable { IsEmpty: true };

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_value is null)
            _json!.Value.WriteTo(writer);
        else
            JsonSerializer.Serialize(writer, _value, _typeInfo!);
    }
}

internal sealed class LiveJsonConverter : JsonConverter<LiveJson>
{
    public override LiveJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, LiveJson value, JsonSerializerOptions options) => value.WriteTo(writer);
}

/// <summary>A value that is not worth storing while there is nothing in it.</summary>
internal interface IEmptyable
{
    bool IsEmpty { get; }
}
