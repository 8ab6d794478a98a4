using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TrunkBot.Languages;

namespace TrunkBot.Storage;

internal static class NotedColumn
{
    /// <summary>Keeps what was said as text in one column.</summary>
    public static PropertyBuilder<Noted> AsNoted(this PropertyBuilder<Noted> property) => property.HasConversion<NotedText>();

    /// <inheritdoc cref="AsNoted(PropertyBuilder{Noted})"/>
    public static PropertyBuilder<Noted?> AsNoted(this PropertyBuilder<Noted?> property) => property.HasConversion<NotedText>();
}

internal sealed class NotedText() : ValueConverter<Noted, string>(noted => noted.Kept, kept => new Noted(kept));
