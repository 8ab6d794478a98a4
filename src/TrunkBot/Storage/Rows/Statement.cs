using System.Globalization;

namespace TrunkBot.Storage.Rows;

/// <summary>
/// A statement about rows of one table, told by the members of the class that is mapped to it. Its text is made once, of the model's
/// names. Values are given in the order of the terms that want one.
/// </summary>
/// <remarks>For what every turn or job reads and changes, where building a query costs more than running it. Other questions are LINQ.</remarks>
internal sealed class Statement
{
    private readonly Type _row;
    private readonly string _verb;
    private readonly List<Term> _terms = [];
    private Built? _built;

    private Statement(Type row, string verb) => (_row, _verb) = (row, verb);

    private enum Does
    {
        Read,
        Set,
        Clear,
        Raise,
        Equals,
        Differs,
        IsNull,
        IsSet,
        IsFree,
        IsBelow,
        IsNotAfter,
        IsAbove,
        IsAboveWithoutIndex,
        IsOneOf,
        IsBelowOther,
        Ascends,
        Descends,
        DescendsWithoutIndex,
        EndsAfter,
    }

    /// <summary>Reads these members, in this order.</summary>
    public static Statement Select<TRow>(params string[] members) => new Statement(typeof(TRow), "SELECT").With(Does.Read, members);

    public static Statement Update<TRow>() => new(typeof(TRow), "UPDATE");

    public static Statement Delete<TRow>() => new(typeof(TRow), "DELETE");

    /// <summary>Adds a row whose number is 1, or raises the number of the row that is there; gives it back.</summary>
    public static Statement Next<TRow>(string key, string number) => new Statement(typeof(TRow), "NEXT").With(Does.Equals, key).With(Does.Raise, number);

    public Statement Set(params string[] members) => With(Does.Set, members);

    /// <summary>Empties them; wants no value.</summary>
    public Statement Clear(params string[] members) => With(Does.Clear, members);

    /// <summary>Makes them one more; wants no value.</summary>
    public Statement Raise(params string[] members) => With(Does.Raise, members);

    public Statement Where(params string[] members) => With(Does.Equals, members);

    public Statement WhereNot(string member) => With(Does.Differs, member);

    /// <summary>Wants no value.</summary>
    public Statement WhereEmpty(string member) => With(Does.IsNull, member);

    /// <summary>Wants no value.</summary>
    public Statement WhereSet(string member) => With(Does.IsSet, member);

    /// <summary>Empty, or a time before the value: what nobody holds.</summary>
    public Statement WhereFree(string member) => With(Does.IsFree, member);

    public Statement WhereBelow(string member) => With(Does.IsBelow, member);

    public Statement WhereNotAfter(string member) => With(Does.IsNotAfter, member);

    public Statement WhereAbove(string member) => With(Does.IsAbove, member);

    /// <summary>The same, and no index is to be chosen for it.</summary>
    public Statement WhereAboveWithoutIndex(string member) => With(Does.IsAboveWithoutIndex, member);

    /// <summary>One member below another; wants no value.</summary>
    public Statement WhereBelowOther(string lower, string upper) => With(new Term(Does.IsBelowOther, lower, 0) { Other = upper });

    /// <summary>Wants so many values.</summary>
    public Statement WhereOneOf(string member, int values) => With(new Term(Does.IsOneOf, member, values));

    public Statement OrderBy(params string[] members) => With(Does.Ascends, members);

    public Statement OrderByDescending(string member) => With(Does.Descends, member);

    /// <summary>The same, and no index is to be chosen for it.</summary>
    public Statement OrderByDescendingWithoutIndex(string member) => With(Does.DescendsWithoutIndex, member);

    /// <summary>The first so many; the last value.</summary>
    public Statement Limit() => With(new Term(Does.EndsAfter, "", 1));

    /// <summary>The statement as the database gets it.</summary>
    public RowWrite On(RowModel model, params ReadOnlySpan<object?> values)
    {
        var built = Volatile.Read(ref _built);
        // Two back ends in one process are tests; their names are the same, their models are not.
        if (built?.Model != model)
            Volatile.Write(ref _built, built = Build(model));
        if (values.Length != built.Wanted.Length)
            throw new ArgumentException($"Too few or too many values for {built.Sql}", nameof(values));
        var stored = new object?[values.Length];
        for (var i = 0; i < stored.Length; i++)
            stored[i] = built.Wanted[i] is { } column ? column.Stored(values[i]) : values[i];
        return new RowWrite(built.Sql, stored);
    }

    private Statement With(Does what, params string[] members)
    {
        _terms.AddRange(members.Select(member => new Term(what, member, 1)));
        return this;
    }

    private Statement With(Term term)
    {
        _terms.Add(term);
        return this;
    }

    private Built Build(RowModel model)
    {
        var table = model.Of(_row);
        var wanted = new List<RowColumn?>();
        var texts = _terms.ToLookup(term => ClauseOf(term.Does), term => TextOf(term, table, wanted));
        string Joined(string clause, string before, string between) => texts[clause].Any() ? before + string.Join(between, texts[clause]) : "";
        var where = Joined("WHERE", " WHERE ", " AND ");
        var sql = _verb switch
        {
            "SELECT" => $"SELECT {Joined("READ", "", ", ")} FROM {table.Name}{where}{Joined("ORDER", " ORDER BY ", ", ")}{Joined("LIMIT", " LIMIT ", "")}",
            "UPDATE" => $"UPDATE {table.Name} SET {Joined("SET", "", ", ")}{where}",
            "DELETE" => $"DELETE FROM {table.Name}{where}",
            _ => NextOf(table),
        };
        return new Built(model, sql, [.. wanted]);
    }

    private string NextOf(RowTable table)
    {
        var (key, number) = (table.Column(_terms[0].Member).Name, table.Column(_terms[1].Member).Name);
        return $"INSERT INTO {table.Name} ({key}, {number}) VALUES ($1, 1) ON CONFLICT ({key}) DO UPDATE SET {number} = {table.Name}.{number} + 1 RETURNING {number}";
    }

    private static string TextOf(Term term, RowTable table, List<RowColumn?> wanted)
    {
        var column = term.Does is Does.EndsAfter ? null : table.Column(term.Member);
        string Value()
        {
            wanted.Add(column);
            return RowTable.Value(wanted.Count - 1);
        }

        return term.Does switch
        {
            Does.Read or Does.Ascends => column!.Name,
            Does.Set or Does.Equals => $"{column!.Name} = {Value()}",
            Does.Clear => $"{column!.Name} = NULL",
            Does.Raise => $"{column!.Name} = {column.Name} + 1",
            Does.Differs => $"{column!.Name} <> {Value()}",
            Does.IsNull => $"{column!.Name} IS NULL",
            Does.IsSet => $"{column!.Name} IS NOT NULL",
            Does.IsFree => $"({column!.Name} IS NULL OR {column.Name} < {Value()})",
            Does.IsBelow => $"{column!.Name} < {Value()}",
            Does.IsNotAfter => $"{column!.Name} <= {Value()}",
            Does.IsAbove => $"{column!.Name} > {Value()}",
            Does.IsAboveWithoutIndex => $"+{column!.Name} > {Value()}",
            Does.IsOneOf => $"{column!.Name} IN ({string.Join(", ", Enumerable.Range(0, term.Values).Select(_ => Value()))})",
            Does.IsBelowOther => $"{column!.Name} < {table.Column(term.Other).Name}",
            Does.Descends => $"{column!.Name} DESC",
            Does.DescendsWithoutIndex => $"+{column!.Name} DESC",
            Does.EndsAfter => Value(),
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{term.Does} has no text.")),
        };
    }

    private static string ClauseOf(Does what) => what switch
    {
        Does.Read => "READ",
        Does.Set or Does.Clear or Does.Raise => "SET",
        Does.Ascends or Does.Descends or Does.DescendsWithoutIndex => "ORDER",
        Does.EndsAfter => "LIMIT",
        _ => "WHERE",
    };

    private sealed record Term(Does Does, string Member, int Values)
    {
        public string Other { get; init; } = "";
    }

    private sealed record Built(RowModel Model, string Sql, RowColumn?[] Wanted);
}
