namespace TrunkBot.Sandbox.Faults;

internal static class FaultRoutes
{
    internal static void MapFaults(this IEndpointRouteBuilder routes, string path, FaultQueue faults)
    {
        routes.MapGet(path, () => faults.Waiting);
        routes.MapDelete(path, () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        routes.MapPost(path, (Fault fault) => faults.TryAdd(fault) is { } objection
            ? SandboxJson.Refuse(400, objection)
            : Results.Json(faults.Waiting, SandboxJson.Default.IReadOnlyListFault, statusCode: 201));
    }
}
