using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Storage;

/// <summary>Indexes that hold some of a table's rows only.</summary>
internal static class IndexFilter
{
    extension<TRow>(IndexBuilder<TRow> index)
    {
        /// <summary>Those whose member is at least this.</summary>
        public IndexBuilder<TRow> OfAtLeast(string member, long least) =>
            index.HasFilter(string.Create(CultureInfo.InvariantCulture, $"\"{ColumnOf(index, member)}\" >= {least}"));

        /// <summary>Those whose member is another than this.</summary>
        public IndexBuilder<TRow> OfOtherThan(string member, string value) => index.HasFilter($"\"{ColumnOf(index, member)}\" <> '{value}'");

        /// <summary>Those whose one member is below the other.</summary>
        public IndexBuilder<TRow> OfBelow(string lower, string upper) => index.HasFilter($"\"{ColumnOf(index, lower)}\" < \"{ColumnOf(index, upper)}\"");
    }

    private static string ColumnOf<TRow>(IndexBuilder<TRow> index, string member) => index.Metadata.DeclaringEntityType.GetProperty(member).GetColumnName();
}
