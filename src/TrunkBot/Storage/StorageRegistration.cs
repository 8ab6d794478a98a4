using Microsoft.EntityFrameworkCore;
using TrunkBot.Diagnostics;
using TrunkBot.Protocol.State;
using TrunkBot.Storage.Postgres;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Sqlite;
using TrunkBot.Storage.Trouble;

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
                AddPostgres(app, options);
                break;
            default:
                throw new StartException(StorageTexts.UnknownBackEnd(options.BackEnd));
        }

        app.Services.AddSingleton<CommitMeasures>();
        app.Services.AddSingleton<Commit>();
        app.Services.AddSingleton<WorkSignal>();
        app.Services.AddScoped<TurnChanges>();
        app.Services.AddScoped<IStorage, StateRows>();
        app.Services.AddSingleton<DatabaseWatch>();
        app.Services.AddSingleton<DatabaseProbe>();
        app.AddReadyPart("database", (services, ct) => services.GetRequiredService<DatabaseProbe>().ProblemAsync(ct));
        return app;
    }

    private static void AddSqlite(WebApplicationBuilder app, StorageOptions options)
    {
        var connection = DatabaseFile.Checked(app.Configuration.GetConnectionString("TrunkBot") ?? "Data Source=trunkbot.db");
        app.Services.AddSingleton<IBackEnd>(services =>
            new SqliteBackEnd(
                connection, options.WaitForOtherProcess, services.GetRequiredService<RowModel>(), services.GetRequiredService<CommitMeasures>(),
                services.GetRequiredService<ILoggerFactory>()));
        ContextLease.Register<SqliteTrunkBotDbContext>(app.Services, db => db
            .UseSqlite(connection)
            .EnableThreadSafetyChecks(false)
            .AddInterceptors(new SqlitePragmas()));
    }

    private static void AddPostgres(WebApplicationBuilder app, StorageOptions options)
    {
        var connection = app.Configuration.GetConnectionString("TrunkBot");
        var source = PostgresSource.Of(connection);
        // The container ends what it has made itself.
        app.Services.AddSingleton(_ => source);
        app.Services.AddSingleton<IBackEnd>(services => new PostgresBackEnd(
            connection, source, new PostgresAlone(connection, options, services.GetRequiredService<ILogger<PostgresAlone>>()),
            services.GetRequiredService<RowModel>(), services.GetRequiredService<ILoggerFactory>(), services.GetRequiredService<TimeProvider>()));
        app.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<PostgresBell>(services, connection!));
        ContextLease.Register<PostgresTrunkBotDbContext>(app.Services, db => db
            .UseNpgsql(source)
            .EnableThreadSafetyChecks(false)
            .AddInterceptors(new PostgresText()));
    }
}
