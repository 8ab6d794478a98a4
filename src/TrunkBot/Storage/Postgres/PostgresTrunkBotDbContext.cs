using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TrunkBot.Storage.Postgres;

/// <summary>The context with PostgreSQL's own migrations.</summary>
internal sealed class PostgresTrunkBotDbContext(DbContextOptions<PostgresTrunkBotDbContext> options) : TrunkBotDbContext(options);

/// <summary>For <c>dotnet ef migrations add … --context PostgresTrunkBotDbContext</c>; no database is opened.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresTrunkBotDbContext>
{
    public PostgresTrunkBotDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTrunkBotDbContext>().UseNpgsql("Host=design-time").Options);
}
