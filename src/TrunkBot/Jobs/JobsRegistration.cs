using Microsoft.Extensions.Options;

using TrunkBot.Diagnostics;

namespace TrunkBot.Jobs;

internal static class JobsRegistration
{
    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder app)
    {
        app.Services.AddOptions<JobOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
        app.Services.AddOptions<HostOptions>().Configure<IOptions<JobOptions>>((host, jobs) => host.ShutdownTimeout = jobs.Value.StopWithin);
        app.Services.AddSingleton<JobMeasures>();
        app.Services.AddSingleton<JobKinds>();
        app.Services.AddSingleton<DueJobs>();
        app.Services.AddSingleton<JobLeases>();
        app.Services.AddSingleton<JobEnd>();
        app.Services.AddSingleton<JobRun>();
        app.Services.AddSingleton<JobWorker>();
        app.Services.AddHostedService<HousekeepingAtStart>();
        app.Services.AddHostedService(services => services.GetRequiredService<JobWorker>());
        app.Services.AddScoped<JobQueue>();
        app.AddRecurringJob<KeepHouse, HousekeepingJob>(HousekeepingJob.JobId);
        app.Services.AddScoped<IHousekeeping, MarksHousekeeping>();
        return app;
    }

    public static WebApplicationBuilder AddJob<TPayload, THandler>(this WebApplicationBuilder app)
        where TPayload : class, IPayload<TPayload> where THandler : class, IJobHandler<TPayload>
    {
        app.Services.AddJob<TPayload, THandler>();
        return app;
    }

    public static IServiceCollection AddJob<TPayload, THandler>(this IServiceCollection services)
        where TPayload : class, IPayload<TPayload> where THandler : class, IJobHandler<TPayload>
    {
        services.AddSingleton<JobKind, JobKind<TPayload>>();
        services.AddScoped<IJobHandler<TPayload>, THandler>();
        return services;
    }

    /// <param name="app">The program.</param>
    /// <param name="id">The job's, the same for ever.</param>
    public static WebApplicationBuilder AddRecurringJob<TPayload, THandler>(this WebApplicationBuilder app, Guid id)
        where TPayload : class, IPayload<TPayload>, new() where THandler : class, IJobHandler<TPayload>
    {
        app.Services.AddSingleton(new RecurringJob(id, TPayload.Kind, new TPayload().Write()));
        return app.AddJob<TPayload, THandler>();
    }
}
