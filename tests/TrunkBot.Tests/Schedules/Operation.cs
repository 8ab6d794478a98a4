using System.Text.RegularExpressions;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Tests.Schedules;

/// <summary>What an actor does that others can notice, or that depends on what others have done: a schedule decides before each.</summary>
/// <param name="What">In a word or two, the same each time.</param>
internal sealed partial record Operation(string What)
{
    /// <summary>The answer to who asked is on its way; who hears none asks again.</summary>
    public static readonly Operation Answers = new("answers");

    /// <summary>Where it looks or writes; empty for what is outside of the database.</summary>
    public IReadOnlyList<string> Tables { get; private init; } = [];

    /// <summary>It changes something: whether its actor dies before it or after it is not the same.</summary>
    public bool Acts { get; private init; } = true;

    /// <summary>The back end may fail at it.</summary>
    public bool Saves { get; private init; }

    /// <summary>Not before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    public static Operation Of(string sql) => new(Words(sql)) { Tables = TablesOf(sql), Acts = !sql.StartsWith("SELECT", StringComparison.Ordinal) };

    public static Operation Save(IReadOnlyList<RowWrite> writes) => new(string.Join(" + ", writes.Select(write => Words(write.Sql))))
    {
        Tables = [.. writes.SelectMany(write => TablesOf(write.Sql)).Distinct()],
        Saves = true,
    };

    public static Operation Sleep(DateTimeOffset until) => new("sleeps") { NotBefore = until };

    private static string Words(string sql) => $"{(Verb().Match(sql) is { Success: true } verb ? verb.Value : "READ")} {string.Join(" ", TablesOf(sql))}";

    private static string[] TablesOf(string sql) => [.. Table().Matches(sql).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex("^(?:INSERT|UPDATE|DELETE)")]
    private static partial Regex Verb();

    [GeneratedRegex("""(?:INTO|UPDATE|FROM|JOIN) "(\w+)" ?""")]
    private static partial Regex Table();
}
