using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Graph;

internal static class GraphRoutes
{
    internal static IServiceCollection AddGraph(this IServiceCollection services) => services
        .AddSingleton(_ => new SandboxGraph())
        .AddSingleton<GraphEndpoint>();

    internal static void MapGraph(this WebApplication app)
    {
        var (graph, endpoint) = (app.Services.GetRequiredService<SandboxGraph>(), app.Services.GetRequiredService<GraphEndpoint>());
        app.MapPost("/graph/v1.0/users/{id}/checkMemberGroups", endpoint.CheckAsync);
        app.MapGet("/graph/v1.0/groups/{id}/owners", endpoint.OwnersAsync);
        app.MapFaults("/sandbox/graph/faults", graph.Faults);
        app.MapPut("/sandbox/graph/groups/{id:guid}", (Guid id, JsonObject order) =>
        {
            var (members, owners) = (People(order["members"]), People(order["owners"]));
            if (members is null || owners is null)
                return SandboxJson.Refuse(400, "members and owners are lists of people, like [\"riya\"]; somebody in them doesn't exist.");
            graph.Group(id).Members.Clear();
            graph.Group(id).Owners.Clear();
            graph.Group(id).Add(members);
            graph.Group(id).Own(owners);
            return Results.NoContent();
        });
    }

    private static string[]? People(JsonNode? list)
    {
        string[] keys = [.. (list as JsonArray ?? []).Select(one => $"{one}")];
        return keys.All(key => SandboxWorld.Find(key) is not null) ? keys : null;
    }
}
