using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TrunkBot.Storage.Sqlite;

/// <summary>The context with SQLite's own migrations.</summary>
internal sealed class SqliteTrunkBotDbContext(DbContextOptions<SqliteTrunkBotDbContext> options) : TrunkBotDbContext(options);

/// <summary>For <c>dotnet ef migrations add … --context SqliteTrunkBotDbContext</c>; no database is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteTrunkBotDbContext>
{
    public SqliteTrunkBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTrunkBotDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
