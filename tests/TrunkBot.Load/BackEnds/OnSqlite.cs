using System.Data.Common;
using Microsoft.Data.Sqlite;
using TrunkBot.Load.Children;

namespace TrunkBot.Load.BackEnds;

/// <summary>A file in the bot's folder.</summary>
internal sealed class OnSqlite : IBackEnd
{
    public string Name => "SQLite";

    public string Key => "sqlite";

    public string Flush => "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";

    public (string Before, string After) Around =>
        ("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; BEGIN", "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");

    public string Tables => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";

    public string ColumnsOf => "SELECT name FROM pragma_table_info(@table)";

    public string NewId =>
        "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";

    public string Padded => "printf('%021d', n)";

    public Task<ChildOrder> FirstAsync(ChildOrder bot, string folder) => CopyAsync(bot, "first", folder);

    // The file has come with the folder.
    public Task<ChildOrder> CopyAsync(ChildOrder first, string name, string folder) =>
        Task.FromResult(Orders.In(first, name, folder, ("ConnectionStrings__TrunkBot", $"Data Source={FileIn(folder)}")));

    public DbConnection Connect(ChildOrder order) => new SqliteConnection($"Data Source={FileIn(order.Folder)};Pooling=False");

    private static string FileIn(string folder) => Path.Combine(folder, "trunkbot.db");
}
