using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TrunkBot.Storage;

internal static class JsonColumn
{
    /// <summary>Keeps a value as JSON text in one column; it is replaced, never changed in place.</summary>
    /// <typeparam name="T">What is kept.</typeparam>
    /// <typeparam name="TContext">The room's source-generated context, which knows it.</typeparam>
    public static PropertyBuilder<T> AsJson<T, TContext>(this PropertyBuilder<T> property) where T : class where TContext : JsonSerializerContext, new() =>
        property.HasConversion<JsonText<T, TContext>, SameReference<T>>();
}

/// <summary>A class of its own, with nothing captured: only so the model can be compiled.</summary>
internal sealed class JsonText<T, TContext>() : ValueConverter<T, string>(value => Write(value), json => Read(json))
    where T : class where TContext : JsonSerializerContext, new()
{
    private static readonly JsonTypeInfo<T> s_typeInfo = (JsonTypeInfo<T>)new TContext().GetTypeInfo(typeof(T))!;

    public static string Write(T value) => JsonSerializer.Serialize(value, s_typeInfo);

    public static T Read(string json) => JsonSerializer.Deserialize(json, s_typeInfo)!;
}

internal sealed class SameReference<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value) where T : class;
