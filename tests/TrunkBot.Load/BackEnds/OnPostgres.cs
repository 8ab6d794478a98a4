using System.Data.Common;
using Npgsql;
using TrunkBot.Load.Children;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Load.BackEnds;

/// <summary>Databases of one server, which ends with this program.</summary>
internal sealed class OnPostgres : IBackEnd
{
    private const string Setting = "ConnectionStrings__TrunkBot";

    public string Name => "PostgreSQL";

    public string Key => "postgres";

    public string Flush => "SET synchronous_commit = on";

    // What autovacuum does in its own time, so that nothing of it falls into what is measured.
    public (string Before, string After) Around => ("SET synchronous_commit = off", "VACUUM ANALYZE");

    public string Tables => "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";

    public string ColumnsOf => "SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = @table";

    public string NewId => "gen_random_uuid()";

    public string Padded => "lpad(n::text, 21, '0')";

    public async Task<ChildOrder> FirstAsync(ChildOrder bot, string folder) =>
        On(await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync(), bot, "first", folder);

    public async Task<ChildOrder> CopyAsync(ChildOrder first, string name, string folder) =>
        On(await (await PostgresCluster.SharedAsync()).CopyDatabaseAsync(first.Settings[Setting]), first, name, folder);

    public DbConnection Connect(ChildOrder order) => new NpgsqlConnection($"{order.Settings[Setting]};Pooling=False");

    private static ChildOrder On(string connection, ChildOrder bot, string name, string folder) => Orders.In(
        bot, name, folder,
        [
            (Setting, connection), ("Storage__BackEnd", "Postgres"),
            .. Certificates.Usual.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!)),
        ]);
}
