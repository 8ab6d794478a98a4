using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrunkBot.Diagnostics;

internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds a part to <c>/health/ready</c>.</summary>
    /// <param name="app">The application.</param>
    /// <param name="name">How the page calls it.</param>
    /// <param name="problem">What is wrong with it now, as a sentence for anybody; null when nothing is. Throwing counts as down.</param>
    /// <param name="required">False where the bot works without it: then it is named, and the page still answers 200.</param>
    public static IHostApplicationBuilder AddReadyPart(
        this IHostApplicationBuilder app, string name, Func<IServiceProvider, CancellationToken, Task<string?>> problem, bool required = true)
    {
        app.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            services => new ReadyPart(services, problem),
            required ? HealthStatus.Unhealthy : HealthStatus.Degraded,
            tags: null,
            timeout: Patience));
        return app;
    }

    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (so does everything that it needs).</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
    }
}
