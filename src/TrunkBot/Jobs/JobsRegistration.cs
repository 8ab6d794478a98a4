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
        app.Services.AddSingleton<JobRun>();
        app.Services.AddSingleton<JobWorker>();
        app.Services.AddHostedService<HousekeepingAtStart>();
        app.Services.AddHostedService(services => services.GetRequiredService<JobWorker>());
        app.Services.AddScoped<JobQueue>();
        app.AddJob<HousekeepingJob>();
        app.Services.AddSingleton(new RecurringJob(HousekeepingJob.JobId, HousekeepingJob.JobKind));
        app.Services.AddScoped<IHousekeeping, MarksHousekeeping>();
        return app;
    }

    public static WebApplicationBuilder AddJob<TJob>(this WebApplicationBuilder app) where TJob : class, IJobHandler
    {
        app.Services.AddScoped<IJobHandler, TJob>();
        return app;
    }
}
