using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TrunkBot.Diagnostics;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.State;
using TrunkBot.Storage.Postgres;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Sqlite;

namespace TrunkBot.Storage;

internal static class StorageRegistration
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder app)
    {
        var options = app.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        app.Services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        switch (options.BackEnd)
        {
            case "Sqlite":
                AddSqlite(app, options);
                break;
            case "Postgres":
                AddPostgres(app);
                break;
            default:
                throw new StartException($"Storage:BackEnd is '{options.BackEnd}', which is not known. Set it to Sqlite or Postgres.");
        }

        app.Services.AddSingleton<Commit>();
        app.Services.AddScoped<TurnRows>();
        app.Services.AddScoped<IStorage>(scope => scope.GetRequiredService<TurnRows>());
        app.Services.AddScoped<ITurnStore>(scope => scope.GetRequiredService<TurnRows>());
        app.AddReadyPart("database", DatabaseProblemAsync);
        return app;
    }

    private static async Task<string?> DatabaseProblemAsync(IServiceProvider services, CancellationToken ct) =>
        await services.GetRequiredService<TrunkBotDbContext>().Database.CanConnectAsync(ct) ? null : "The database does not answer.";

    private static void AddSqlite(WebApplicationBuilder app, StorageOptions options)
    {
        var connection = app.Configuration.GetConnectionString("TrunkBot") ?? "Data Source=trunkbot.db";
        app.Services.AddSingleton<IBackEnd>(_ => new SqliteBackEnd(connection, options.WaitForOtherProcess));
        ContextLease.Register<SqliteTrunkBotDbContext>(app.Services, db => db
            .UseSqlite(connection)
            .EnableThreadSafetyChecks(false)
            .ReplaceService<IDatabase, RowDatabase>()
            .AddInterceptors(new SqlitePragmas()));
    }

    private static void AddPostgres(WebApplicationBuilder app)
    {
        var connection = app.Configuration.GetConnectionString("TrunkBot");
        var source = PostgresSource.Of(connection);
        // The container ends what it has made itself.
        app.Services.AddSingleton(_ => source);
        app.Services.AddSingleton<IBackEnd>(services => new PostgresBackEnd(connection, source, services.GetRequiredService<TimeProvider>()));
        app.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<PostgresBell>(services, connection!));
        ContextLease.Register<PostgresTrunkBotDbContext>(app.Services, db => db
            .UseNpgsql(source)
            .EnableThreadSafetyChecks(false)
            .ReplaceService<IDatabase, RowDatabase>()
            .AddInterceptors(new PostgresText()));
    }
}
