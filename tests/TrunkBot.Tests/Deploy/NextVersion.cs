using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Storage.Postgres;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Deploy;

/// <summary>The present program with what a next one may bring: a migration that only adds to the database, a column that it fills, and a kind of work.</summary>
internal static class NextVersion
{
    public const string Column = "CostCentre";

    /// <summary>The migration stops here, in its middle, for as long as somebody else holds this advisory lock.</summary>
    public const int Gate = 4711;

    // Built from the classes, as a next version has a compiled model of its own.
    private static readonly Lazy<IModel> s_model = new(() =>
    {
        using var db = new PostgresTrunkBotDbContext(new DbContextOptionsBuilder<PostgresTrunkBotDbContext>()
            .UseNpgsql("Host=nowhere").ReplaceService<IModelCustomizer, AlsoColumn>().Options);
        return db.GetService<IModelSource>().GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);
    });

    public static void Good(IServiceCollection services) => With<AddCostCentres>(services);

    /// <summary>Its migration fails when a part of it is done.</summary>
    public static void Bad(IServiceCollection services) => With<AddCostCentresBadly>(services);

    private static void With<TMigration>(IServiceCollection services) where TMigration : Migration
    {
        services.ConfigureDbContext<PostgresTrunkBotDbContext>(db => db
            .ReplaceService<IMigrationsAssembly, AlsoMigration<TMigration>>()
            .ReplaceService<IModelCustomizer, AlsoColumn>()
            .UseModel(s_model.Value));
        services.AddJob<Charge, ChargeJob>();
    }

    private sealed class AlsoColumn(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<TrunkRequest>().Property<string?>(Column);
        }
    }

    private sealed class AlsoMigration<TNext> : IMigrationsAssembly where TNext : Migration
    {
        public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = new SortedList<string, TypeInfo>(
            typeof(PostgresTrunkBotDbContext).Assembly.DefinedTypes
                .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(PostgresTrunkBotDbContext) && type.IsSubclassOf(typeof(Migration)))
                .Append(typeof(TNext).GetTypeInfo())
                .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id));

        public ModelSnapshot? ModelSnapshot => null;

        public Assembly Assembly => typeof(PostgresTrunkBotDbContext).Assembly;

        public string? FindMigrationId(string nameOrId) => Migrations.ContainsKey(nameOrId) ? nameOrId : null;

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
        {
            var migration = (Migration)Activator.CreateInstance(migrationClass)!;
            migration.ActiveProvider = activeProvider;
            return migration;
        }
    }
}

/// <summary>Work that only the next version knows.</summary>
internal sealed record Charge(long Number) : IPayload<Charge>
{
    public static string Kind => "charge";

    public string Purpose => $"charge for {new RequestId(Number)}";

    public static Charge Read(string stored) => new(long.Parse(stored, CultureInfo.InvariantCulture));

    public string Write() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Fills the next version's column.</summary>
internal sealed class ChargeJob(TrunkBotDbContext db, AuditTrail audit) : IJobHandler<Charge>
{
    public async Task<JobResult> RunAsync(Charge payload, Job job, CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleAsync(one => one.Number == payload.Number, cancellationToken);
        db.Entry(request).Property(NextVersion.Column).CurrentValue = "CC-7";
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), "charged", "CC-7");
        return JobResult.Done;
    }
}

[Migration(Id)]
internal sealed class AddCostCentres : Migration
{
    public const string Id = "99990101000000_AddCostCentres";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CostCentres",
            table => new { Code = table.Column<string>("text"), Name = table.Column<string>("text", nullable: true) },
            constraints: table => table.PrimaryKey("PK_CostCentres", row => row.Code));
        migrationBuilder.CreateIndex("IX_CostCentres_Name", "CostCentres", "Name");
        migrationBuilder.Sql($"SELECT pg_advisory_xact_lock({NextVersion.Gate})");
        migrationBuilder.AddColumn<string>(NextVersion.Column, "Requests", "text", nullable: true);
    }
}

[Migration(AddCostCentres.Id)]
internal sealed class AddCostCentresBadly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(NextVersion.Column, "Requests", "text", nullable: true);
        migrationBuilder.Sql("""UPDATE "Requests" SET "CostCentre" = "Nonsense" """);
    }
}
