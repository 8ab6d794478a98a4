using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace TrunkBot.Storage.Rows;

/// <summary>The statement that stores one changed entity. It touches one row if nobody else has changed it since, and none otherwise.</summary>
internal static class RowSql
{
    private static readonly ConcurrentDictionary<IEntityType, Table> s_tables = new();

    public static RowWrite Of(IUpdateEntry entry)
    {
        var table = s_tables.GetOrAdd(entry.EntityType, type => new Table(type));
        return entry.EntityState switch
        {
            EntityState.Added => new(table.Insert, [.. table.Columns.Select(column => column.Now(entry))]),
            EntityState.Modified => Update(table, entry),
            EntityState.Deleted => new(table.Delete, [.. table.Finding.Select(column => column.Before(entry))]),
            var other => throw new InvalidOperationException($"An entry that is {other} cannot be saved."),
        };
    }

    // Only what has changed: what the room was shown is noted beside a request's life, and must not be taken back by it.
    private static RowWrite Update(Table table, IUpdateEntry entry)
    {
        var changed = table.Columns.Where(column => entry.IsModified(column.Property)).ToArray();
        return new(
            table.Update(changed), [.. changed.Select(column => column.Now(entry)), .. table.Finding.Select(column => column.Before(entry))]);
    }

    private sealed class Table
    {
        private readonly string _name;
        private readonly ConcurrentDictionary<long, string> _updates = new();

        public Table(IEntityType type)
        {
            var at = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            _name = $"\"{at.Name}\"";
            Columns = [.. type.GetFlattenedProperties().Select((property, i) => new Column(property, $"\"{property.GetColumnName(at)}\"", 1L << i))];
            Finding = [.. Columns.Where(column => column.Property.IsPrimaryKey() || column.Property.IsConcurrencyToken)];
            Insert = $"INSERT INTO {_name} ({string.Join(", ", Columns.Select(column => column.Name))}) VALUES ({string.Join(", ", Columns.Select((_, i) => Value(i)))})";
            Delete = $"DELETE FROM {_name} WHERE {Where(0)}";
        }

        public Column[] Columns { get; }

        /// <summary>What finds the row as it was read: its key and its version.</summary>
        public Column[] Finding { get; }

        public string Insert { get; }

        public string Delete { get; }

        public string Update(Column[] changed) => _updates.GetOrAdd(
            changed.Sum(column => column.Bit),
            (_, all) => $"UPDATE {_name} SET {string.Join(", ", all.Select((column, i) => $"{column.Name} = {Value(i)}"))} WHERE {Where(all.Length)}",
            changed);

        private string Where(int first) => string.Join(" AND ", Finding.Select((column, i) => $"{column.Name} = {Value(first + i)}"));

        private static string Value(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");
    }

    private sealed record Column(IProperty Property, string Name, long Bit)
    {
        public object? Now(IUpdateEntry entry) => entry.GetCurrentProviderValue(Property);

        public object? Before(IUpdateEntry entry) => entry.GetOriginalProviderValue(Property);
    }
}
