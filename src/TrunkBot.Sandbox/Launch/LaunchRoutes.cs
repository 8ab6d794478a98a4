using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Launch;

internal static class LaunchRoutes
{
    internal static IServiceCollection AddLaunch(this IServiceCollection services) => services
        .AddSingleton<BotLaunch>()
        .AddSingleton<BotHealth>();

    internal static void MapLaunch(this WebApplication app)
    {
        var world = app.Services.GetRequiredService<SandboxWorld>();
        var launch = app.Services.GetRequiredService<BotLaunch>();
        var health = app.Services.GetRequiredService<BotHealth>();
        app.MapGet("/sandbox/bot", async (CancellationToken cancellation) => SandboxJson.Answer(200, new JsonObject
        {
            ["endpoint"] = world.BotEndpoint.AbsoluteUri,
            ["stage"] = launch.Stage.ToString().ToLowerInvariant(),
            ["answers"] = launch.Stage is BotStage.Elsewhere or BotStage.Ready && await health.AnswersAsync(cancellation),
            ["said"] = new JsonArray([.. launch.Said.Select(line => JsonValue.Create(line))]),
        }));
        app.MapPost("/sandbox/bot/start", () => launch.AskAgain()
            ? Results.StatusCode(202)
            : SandboxJson.Refuse(409, "The bot hasn't ended, or isn't started by this sandbox."));
    }
}
