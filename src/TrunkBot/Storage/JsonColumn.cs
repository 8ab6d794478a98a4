using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Storage;

internal static class JsonColumn
{
    /// <summary>Keeps a value as JSON text in one column; it is replaced, never changed in place.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, JsonTypeInfo<T> typeInfo) where T : class => property.HasConversion(
        value => JsonSerializer.Serialize(value, typeInfo),
        json => JsonSerializer.Deserialize(json, typeInfo)!,
        new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));
}
