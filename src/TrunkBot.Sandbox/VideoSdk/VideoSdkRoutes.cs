using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.VideoSdk;

internal static class VideoSdkRoutes
{
    internal static IServiceCollection AddVideoSdk(this IServiceCollection services) => services
        .AddSingleton<SandboxVideoSdk>()
        .AddSingleton<VideoSdkTokenCheck>()
        .AddSingleton<VideoSdkEndpoint>();

    internal static void MapVideoSdk(this WebApplication app)
    {
        var api = app.Services.GetRequiredService<SandboxVideoSdk>();
        var endpoint = app.Services.GetRequiredService<VideoSdkEndpoint>();
        app.MapMethods("/v2/sip-trunk", ["POST"], endpoint.RunAsync);
        app.MapMethods("/v2/sip-trunk/{id}", ["GET", "PUT"], endpoint.RunAsync);
        app.MapFaults("/sandbox/faults", api.Faults);
        app.MapGet("/sandbox/videosdk/requests", () => Results.Json(api.Requests, SandboxJson.Default.IEnumerableVideoSdkRequest));
        app.MapGet("/sandbox/videosdk/trunks", () => SandboxJson.Answer(200, MaskedTrunks(api)));
        app.MapDelete("/sandbox/videosdk", () =>
        {
            api.Reset();
            return Results.NoContent();
        });
    }

    private static JsonArray MaskedTrunks(SandboxVideoSdk api) =>
        new([.. api.Trunks.Select(trunk => JsonNode.Parse(Masking.Mask(trunk.ToJson()).GetRawText()))]);
}
