using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrunkBot.Storage.Rows;

/// <summary>The tables as EF's model has them: the one source of their names, their columns and how values are kept.</summary>
/// <param name="model">The model of the contexts; asked for once.</param>
internal sealed class RowModel(Func<IModel> model)
{
    private readonly Lazy<IModel> _model = new(model);
    private readonly ConcurrentDictionary<Type, RowTable> _tables = new();

    public RowTable Of(Type row) => _tables.TryGetValue(row, out var known)
        ? known
        : _tables.GetOrAdd(row, _ => new RowTable(_model.Value.FindEntityType(row) ?? throw new InvalidOperationException($"{row.Name} is not mapped.")));
}

/// <summary>One table, and the statements that are the same for all of its rows.</summary>
internal sealed class RowTable
{
    private readonly Dictionary<string, RowColumn> _byMember;
    private readonly ConcurrentDictionary<long, string> _updates = new();

    public RowTable(IEntityType type)
    {
        var at = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        Name = Quoted(at.Name);
        Columns = [.. type.GetFlattenedProperties().Select((property, i) => new RowColumn(property, Quoted(property.GetColumnName(at)!), 1L << i))];
        _byMember = Columns.ToDictionary(column => column.Member, StringComparer.Ordinal);
        Key = [.. Columns.Where(column => column.Property.IsPrimaryKey())];
        Finding = [.. Columns.Where(column => column.Property.IsPrimaryKey() || column.Property.IsConcurrencyToken)];
        Insert = $"INSERT INTO {Name} ({List(Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => Value(i)))})";
        Put = $"{Insert} ON CONFLICT ({List(Key)}) DO UPDATE SET {string.Join(", ", Columns.Except(Key).Select(column => $"{column.Name} = excluded.{column.Name}"))}";
        Delete = $"DELETE FROM {Name} WHERE {Where(0)}";
    }

    public string Name { get; }

    public RowColumn[] Columns { get; }

    public RowColumn[] Key { get; }

    /// <summary>What finds the row as it was read: its key and its version.</summary>
    public RowColumn[] Finding { get; }

    /// <summary>Adds a row; all columns, in their order.</summary>
    public string Insert { get; }

    /// <summary>The same, in the place of what there was under its key.</summary>
    public string Put { get; }

    /// <summary>Takes a row away as it was read.</summary>
    public string Delete { get; }

    /// <summary>Changes these columns of a row as it was read.</summary>
    public string Update(RowColumn[] changed) => _updates.GetOrAdd(
        changed.Sum(column => column.Bit),
        (_, all) => $"UPDATE {Name} SET {string.Join(", ", all.Select((column, i) => $"{column.Name} = {Value(i)}"))} WHERE {Where(all.Length)}",
        changed);

    /// <param name="member">The member of the mapped class; <c>Fields.Name</c> for one of a part.</param>
    public RowColumn Column(string member) => _byMember.TryGetValue(member, out var column)
        ? column
        : throw new InvalidOperationException($"{Name} has no column for {member}.");

    /// <summary>What stands for the value of this number, counted from 0: SQLite and PostgreSQL both understand $1, $2 …</summary>
    public static string Value(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");

    private string Where(int first) => string.Join(" AND ", Finding.Select((column, i) => $"{column.Name} = {Value(first + i)}"));

    private static string List(IEnumerable<RowColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>A column, and how a member's value becomes its value.</summary>
internal sealed class RowColumn(IProperty property, string name, long bit)
{
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    private readonly PropertyInfo[] _path = [.. PartsOf(property).Select(part => part.PropertyInfo!)];

    public IProperty Property => property;

    /// <summary>Quoted.</summary>
    public string Name => name;

    /// <summary>One bit for each column of a table.</summary>
    public long Bit => bit;

    public string Member { get; } = string.Join('.', PartsOf(property).Select(part => part.Name));

    /// <summary>The properties of the mapped classes that lead here; the last is the column's own.</summary>
    public IEnumerable<IPropertyBase> Parts => PartsOf(property);

    public object? Stored(object? value) => value is not null && _convert is { } convert ? convert(value) : value;

    /// <summary>What this row keeps in it.</summary>
    public object? Of(object row)
    {
        object? value = row;
        foreach (var part in _path)
            value = part.GetValue(value);
        return Stored(value);
    }

    private static IEnumerable<IPropertyBase> PartsOf(IPropertyBase property)
    {
        if (property.DeclaringType is IComplexType part)
        {
            foreach (var outer in PartsOf(part.ComplexProperty))
                yield return outer;
        }

        yield return property;
    }
}
