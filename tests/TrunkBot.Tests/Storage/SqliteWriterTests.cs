using Microsoft.Data.Sqlite;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Sqlite;

namespace TrunkBot.Tests.Storage;

/// <summary>Those who write at the same moment share a transaction and a flush, and nothing else.</summary>
public sealed class SqliteWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-writer-");
    private readonly SemaphoreSlim _line = new(1, 1);
    private readonly SqliteWriter _writer;

    public SqliteWriterTests()
    {
        Execute("""CREATE TABLE "Things" ("Name" TEXT PRIMARY KEY, "Count" INTEGER NOT NULL); INSERT INTO "Things" VALUES ('first', 0)""");
        _writer = new SqliteWriter(Connection, _line);
    }

    private string Connection => $"Data Source={Path.Combine(_folder.FullName, "things.db")};Pooling=False";

    [Fact]
    public async Task Of_many_who_write_together_one_that_comes_too_late_spoils_nothing_for_the_others()
    {
        var all = await AtOnceAsync(
            () => _writer.WriteAsync([Add("second")]),
            () => _writer.WriteAsync([Add("first")]),
            () => _writer.WriteAsync([Change("first", from: 7)]),
            () => _writer.WriteAsync([Change("first", from: 0)]));
        Assert.Equal([true, false, false, true], all);
        Assert.Equal(["first 1", "second 0"], Rows());
    }

    [Fact]
    public async Task Of_two_who_change_the_same_row_together_one_has_changed_it()
    {
        var all = await AtOnceAsync(() => _writer.WriteAsync([Change("first", from: 0)]), () => _writer.WriteAsync([Change("first", from: 0)]));
        Assert.Single(all, done => done);
        Assert.Equal(["first 1"], Rows());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Several_rows_are_changed_together_or_not_at_all(bool withOthers)
    {
        Func<Task<bool>> both = () => _writer.WriteAsync([Add("second"), Change("first", from: 7)]), other = () => _writer.WriteAsync([Add("third")]);
        var all = await AtOnceAsync(withOthers ? [both, other] : [both]);
        Assert.False(all[0]);
        Assert.Equal(withOthers ? ["first 0", "third 0"] : ["first 0"], Rows());
    }

    [Fact]
    public async Task Numbers_that_are_handed_out_together_are_all_different_whatever_fails_beside_them()
    {
        var numbers = new List<long>();
        await AtOnceAsync(NextAsync, NextAsync, () => _writer.WriteAsync([Add("first")]), NextAsync, NextAsync, NextAsync);
        Assert.Equal([1, 2, 3, 4, 5], numbers.Order());

        async Task<bool> NextAsync()
        {
            var number = await _writer.CountAsync(new("""UPDATE "Things" SET "Count" = "Count" + 1 WHERE "Name" = 'first' RETURNING "Count" """));
            lock (numbers)
                numbers.Add(number);
            return true;
        }
    }

    [Fact]
    public async Task What_breaks_is_told_to_whoever_asked_for_it_and_the_next_one_is_served()
    {
        await Assert.ThrowsAsync<SqliteException>(() => _writer.WriteAsync([new("""INSERT INTO "Nowhere" VALUES (1)""")]));
        Assert.True(await _writer.WriteAsync([Add("second")]));
        Assert.Equal(["first 0", "second 0"], Rows());
    }

    [Fact]
    public async Task What_was_asked_for_before_the_end_is_written_and_what_comes_later_is_refused()
    {
        var writer = new SqliteWriter(Connection, _line);
        await _line.WaitAsync();
        var asked = new[] { writer.WriteAsync([Add("second")]), writer.WriteAsync([Add("third")]) };
        var ending = Task.Run(writer.Dispose);
        _line.Release();
        await ending;
        Assert.All(await Task.WhenAll(asked), Assert.True);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.WriteAsync([Add("fourth")]));
        Assert.Equal(["first 0", "second 0", "third 0"], Rows());
    }

    public void Dispose()
    {
        _writer.Dispose();
        _line.Dispose();
        _folder.Delete(recursive: true);
    }

    // While the line is held nothing is written, and all gather.
    private async Task<bool[]> AtOnceAsync(params Func<Task<bool>>[] writes)
    {
        await _line.WaitAsync();
        var all = writes.Select(write => write()).ToArray();
        _line.Release();
        return await Task.WhenAll(all);
    }

    private static RowWrite Add(string name) => new("""INSERT INTO "Things" ("Name", "Count") VALUES ($1, 0)""", name);

    private static RowWrite Change(string name, int from) =>
        new("""UPDATE "Things" SET "Count" = "Count" + 1 WHERE "Name" = $1 AND "Count" = $2""", name, from);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input is in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private List<string> Rows()
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name" || ' ' || "Count" FROM "Things" ORDER BY "Name" """;
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read())
            all.Add(rows.GetString(0));
        return all;
    }
}
