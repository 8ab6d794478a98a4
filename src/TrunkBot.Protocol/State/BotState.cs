using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.State;

/// <summary>A bag of named JSON values, read once per turn and written at its end if it changed.</summary>
public abstract class BotState(string name)
{
    // Stored text, never put into HTML: what people write stays readable and short.
    private static readonly JsonWriterOptions s_short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A property of this state.</summary>
    /// <param name="propertyName">Its name in the stored JSON.</param>
    /// <param name="typeInfo">Source-generated JSON of its type.</param>
    public IStatePropertyAccessor<T> CreateProperty<T>(string propertyName, JsonTypeInfo<T> typeInfo) where T : class =>
        new Accessor<T>(this, propertyName, typeInfo);

    /// <summary>Where this state is stored for a turn; null where the activity belongs to none, and then it is empty and never saved.</summary>
    public abstract string? GetStorageKey(Activity activity);

    /// <summary>Hands changes to the storage of the turn's scope; <see cref="AutoSaveStateMiddleware"/> does it at the end of a turn.</summary>
    public async Task SaveChangesAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (!turnContext.TurnState.TryGetValue(name, out var cached) || cached is not Loaded { Key: { } key } loaded)
            return;
        var json = Write(loaded.Values);
        if (json == loaded.Json)
            return;
        var storage = turnContext.Services.GetRequiredService<IStorage>();
        if (json is null)
            await storage.DeleteAsync(key, cancellationToken);
        else
            await storage.WriteAsync(key, new StoreItem(json, loaded.ETag), cancellationToken);
        loaded.Json = json;
    }

    private async Task<Loaded> LoadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.TurnState.TryGetValue(name, out var cached))
            return (Loaded)cached;
        var key = GetStorageKey(turnContext.Activity);
        var item = key is null
            ? null
            : await turnContext.Services.GetRequiredService<IStorage>().ReadAsync(key, cancellationToken);
        var loaded = new Loaded(key, item?.ETag) { Json = item?.Json };
        if (item is not null)
        {
            foreach (var property in JsonElement.Parse(item.Json).EnumerateObject())
                loaded.Values[property.Name] = new LiveJson(property.Value);
        }

        turnContext.TurnState[name] = loaded;
        return loaded;
    }

    private static string? Write(Dictionary<string, LiveJson> values)
    {
        if (values.Values.All(value => value.IsEmpty))
            return null;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, s_short))
        {
            writer.WriteStartObject();
            foreach (var (property, value) in values.Where(v => !v.Value.IsEmpty))
            {
                writer.WritePropertyName(property);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class Loaded(string? key, string? etag)
    {
        public string? Key { get; } = key;

        public string? ETag { get; } = etag;

        public string? Json { get; set; }

        public Dictionary<string, LiveJson> Values { get; } = [];
    }

    private sealed class Accessor<T>(BotState state, string name, JsonTypeInfo<T> typeInfo) : IStatePropertyAccessor<T>
        where T : class
    {
        public async Task<T?> GetAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var loaded = await state.LoadAsync(turnContext, cancellationToken);
            return loaded.Values.GetValueOrDefault(name)?.Get(typeInfo);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            var loaded = await state.LoadAsync(turnContext, cancellationToken);
            loaded.Values[name] = LiveJson.Of(value, typeInfo);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var loaded = await state.LoadAsync(turnContext, cancellationToken);
            loaded.Values.Remove(name);
        }
    }
}

/// <summary>
/// Reads and writes one property of a <see cref="BotState"/>. As in the Bot Framework what was read is the live value: what is changed in it is
/// stored with the turn.
/// </summary>
public interface IStatePropertyAccessor<T> where T : class
{
    /// <summary>The value; null when it was never set.</summary>
    Task<T?> GetAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    /// <summary>Sets the value; stored with the turn.</summary>
    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    /// <summary>Forgets the value.</summary>
    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
