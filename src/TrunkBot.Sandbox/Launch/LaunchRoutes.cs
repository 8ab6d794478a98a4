using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Launch;

internal static class LaunchRoutes
{
    internal static void MapLaunch(this WebApplication app)
    {
        var world = app.Services.GetRequiredService<SandboxWorld>();
        app.MapGet("/sandbox/bot", async (CancellationToken cancellation) =>
        {
            using var client = BotProcess.HealthClient();
            return SandboxJson.Answer(200, new JsonObject
            {
                ["endpoint"] = world.BotEndpoint.AbsoluteUri,
                ["answers"] = await BotProcess.AnswersAsync(client, BotProcess.HealthOf(world.BotEndpoint), cancellation),
            });
        });
    }
}
