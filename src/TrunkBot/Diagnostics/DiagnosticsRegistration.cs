using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Diagnostics;

internal static class DiagnosticsRegistration
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IHostApplicationBuilder AddDiagnostics(this IHostApplicationBuilder app)
    {
        app.Services.AddHealthChecks();
        app.Services.TryAddSingleton(TimeProvider.System);
        app.Services.AddSingleton<RecentTrouble>();
        app.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<RecentTrouble>());
        if (string.IsNullOrWhiteSpace(app.Configuration[Endpoint]))
            return app;
        app.Services.AddScoped<IStanding, HealthStanding>();
        app.Services.AddSingleton<StandingReader>();
        app.Services.AddHostedService(services => services.GetRequiredService<StandingReader>());
        // Both instrumentations record addresses, status and duration; neither bodies nor headers, and nothing here asks them to.
        app.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                Telemetry.Name, serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing
                .AddSource(Telemetry.Name, ProtocolTelemetry.Name)
                .AddAspNetCoreInstrumentation(web => web.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name, ProtocolTelemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddMeter("System.Runtime"))
            .WithLogging()
            .UseOtlpExporter();
        return app;
    }
}
