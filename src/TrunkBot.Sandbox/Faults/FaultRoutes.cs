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
        routes.MapPost(path, (Fault fault) =>
        {
            try
            {
                faults.Add(fault);
                return Results.Json(faults.Waiting, SandboxJson.Default.IReadOnlyListFault, statusCode: 201);
            }
            catch (ArgumentException wrong)
            {
                return Results.Json(new Problem(wrong.Message), SandboxJson.Default.Problem, statusCode: 400);
            }
        });
    }
}
