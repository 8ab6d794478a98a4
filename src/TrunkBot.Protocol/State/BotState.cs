using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.State;

/// <summary>A bag of named JSON values, read once per turn and written at its end if it changed.</summary>
public abstract class BotState(string name)
{
    /// <summary>A property of this state.</summary>
    /// <param name="propertyName">Its name in the stored JSON.</param>
    /// <param name="typeInfo">Source-generated JSON of its type.</param>
    public IStatePropertyAccessor<T> CreateProperty<T>(string propertyName, JsonTypeInfo<T> typeInfo) where T : class =>
        new Accessor<T>(this, propertyName, typeInfo);

    /// <summary>Where this state is stored for a turn; null where the activity belongs to none, and then it is empty and never saved.</summary>
    public abstract string? GetStorageKey(Activity activity);

    /// <summary>Hands changes to the storage of the turn's scope.</summary>
    public async Task SaveChangesAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (!turnContext.TurnState.TryGetValue(name, out var cached) || cached is not Loaded { Key: { } key } loaded)
            return;
        var json = loaded.Values.ToJsonString();
        if (json == loaded.Json)
            return;
        var storage = turnContext.Services.GetRequiredService<IStorage>();
        if (loaded.Values.Count == 0)
            await storage.DeleteAsync(key, cancellationToken);
        else
            await storage.WriteAsync(key, new StoreItem(json, loaded.ETag), cancellationToken);
    }

    private async Task<Loaded> LoadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.TurnState.TryGetValue(name, out var cached))
            return (Loaded)cached;
        var key = GetStorageKey(turnContext.Activity);
        var item = key is null
            ? null
            : await turnContext.Services.GetRequiredService<IStorage>().ReadAsync(key, cancellationToken);
        var values = item is null ? [] : JsonNode.Parse(item.Json)!.AsObject();
        var loaded = new Loaded(key, item?.Json ?? "{}", item?.ETag, values);
        turnContext.TurnState[name] = loaded;
        return loaded;
    }

    private sealed record Loaded(string? Key, string Json, string? ETag, JsonObject Values);

    private sealed class Accessor<T>(BotState state, string name, JsonTypeInfo<T> typeInfo) : IStatePropertyAccessor<T>
        where T : class
    {
        public async Task<T?> GetAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var loaded = await state.LoadAsync(turnContext, cancellationToken);
            return loaded.Values[name]?.Deserialize(typeInfo);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            var loaded = await state.LoadAsync(turnContext, cancellationToken);
            loaded.Values[name] = JsonSerializer.SerializeToNode(value, typeInfo);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var loaded = await state.LoadAsync(turnContext, cancellationToken);
            loaded.Values.Remove(name);
        }
    }
}

/// <summary>Reads and writes one property of a <see cref="BotState"/>. What was read is a copy: set it to change it.</summary>
public interface IStatePropertyAccessor<T> where T : class
{
    /// <summary>The value; null when it was never set.</summary>
    Task<T?> GetAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    /// <summary>Sets the value for the rest of the turn; stored with it.</summary>
    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    /// <summary>Forgets the value.</summary>
    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
