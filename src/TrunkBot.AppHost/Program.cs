using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TrunkBot.AppHost;

// Sandbox and bot, each started when what it needs is there, with Aspire's dashboard: logs, traces and metrics of both.
var builder = DistributedApplication.CreateBuilder(args);
var settings = Path.GetFullPath("../../artifacts/bin/TrunkBot/debug/appsettings.Sandbox.json", builder.AppHostDirectory);
File.Delete(settings); // the one of a sandbox that was killed

builder.Services.AddHealthChecks().AddCheck("sandbox-settings", () =>
    File.Exists(settings) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The sandbox has not written the bot's settings yet."));

var sandbox = builder.AddProject<Projects.TrunkBot_Sandbox>("sandbox", "Sandbox without bot")
    .WithHttpEndpoint(port: 3979, name: "page", isProxied: false)
    .WithHttpHealthCheck("/", endpointName: "page")
    .WithHealthCheck("sandbox-settings");

var bot = builder.AddProject<Projects.TrunkBot>("bot", "Bot in the sandbox")
    .WithHttpEndpoint(port: 3978, name: "messages", isProxied: false)
    .WithHttpHealthCheck("/health/ready", endpointName: "messages")
    // Aspire has queries shown as they are on a developer's machine; here they stay as hidden as they are elsewhere.
    .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "false")
    .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "false")
    .WaitFor(sandbox);

if (builder.Configuration["postgres"] is { } where)
    bot.WithPostgres(where);

builder.Build().Run();
