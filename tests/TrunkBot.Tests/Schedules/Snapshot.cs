using Microsoft.Data.Sqlite;

namespace TrunkBot.Tests.Schedules;

/// <summary>The rows of a file as they were at one moment; they can be had back while others have the file open.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _giveBack;

    private Snapshot(SqliteConnection connection, string giveBack) => (_connection, _giveBack) = (connection, giveBack);

    public static Snapshot Of(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var copy = $"{file}.kept";
        Execute(connection, $"VACUUM INTO '{copy}'; ATTACH '{copy}' AS kept; PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF");
        var tables = Tables(connection).Select(table => $"DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" SELECT * FROM kept.\"{table}\";");
        return new Snapshot(connection, $"BEGIN IMMEDIATE; {string.Concat(tables)} COMMIT");
    }

    public void GiveBack() => Execute(_connection, _giveBack);

    public void Dispose() => _connection.Dispose();

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read())
            tables.Add(rows.GetString(0));
        return tables;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
