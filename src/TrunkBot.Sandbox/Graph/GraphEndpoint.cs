using System.Globalization;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Login;

namespace TrunkBot.Sandbox.Graph;

/// <summary>Answers what the bot asks Graph, and says why it does not.</summary>
/// <remarks>Sources: Microsoft Graph v1.0, "user: checkMemberGroups", "List group owners", "Paging", "Error responses".</remarks>
internal sealed class GraphEndpoint(SandboxGraph graph, SandboxLogin login, SandboxWorld world)
{
    private const int MostIds = 20, LargestPage = 999;
    private static readonly string[] Issuers = [$"https://sts.windows.net/{SandboxWorld.TenantId}/"];

    internal async Task<IResult> CheckAsync(HttpContext http, string id)
    {
        var body = SandboxJson.ReadObject(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted));
        return await RunAsync(http, "checkMemberGroups", id, ["GroupMember.Read.All", "User.Read.All"], () => Check(id, body?["groupIds"] as JsonArray));
    }

    internal Task<IResult> OwnersAsync(HttpContext http, string id) => RunAsync(http, "owners", id, ["GroupMember.Read.All"], () => Owners(http, id));

    private (int, JsonObject) Check(string id, JsonArray? groupIds)
    {
        if (groupIds is not { Count: > 0 and <= MostIds })
            return Refuse(400, "Request_BadRequest", $"groupIds must hold one to {MostIds} ids.");
        if (groupIds.Any(one => !Guid.TryParse($"{one}", out _)))
            return Refuse(400, "Request_BadRequest", "Invalid GUID in groupIds.");
        if (SandboxWorld.Find(id) is not { } person || person.ObjectId != id)
            return Refuse(404, "Request_ResourceNotFound", $"Resource '{id}' does not exist.");
        return (200, new() { ["value"] = new JsonArray([.. groupIds.Select(one => $"{one}").Where(one => graph.IsIn(Guid.Parse(one), id)).Select(one => JsonValue.Create(one))]) });
    }

    private (int, JsonObject) Owners(HttpContext http, string id)
    {
        if (!Guid.TryParse(id, out var guid) || graph.Find(guid) is not { } group)
            return Refuse(404, "Request_ResourceNotFound", $"Resource '{id}' does not exist.");
        if (!int.TryParse(http.Request.Query["$top"], out var top) || top is < 1 or > LargestPage)
            return Refuse(400, "Request_UnsupportedQuery", $"$top must be a number from 1 to {LargestPage}.");
        var skip = int.TryParse(http.Request.Query["$skiptoken"], out var at) ? at : 0;
        var (all, size) = (group.Owners.Keys.Order(StringComparer.Ordinal).ToArray(), Math.Min(top, graph.PageSize));
        var page = new JsonObject
        {
            ["value"] = new JsonArray([.. all.Skip(skip).Take(size).Select(one => new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["id"] = one })]),
        };
        if (skip + size < all.Length)
            page["@odata.nextLink"] = new Uri(world.Address, string.Create(CultureInfo.InvariantCulture, $"graph/v1.0/groups/{id}/owners?$select=id&$top={top}&$skiptoken={skip + size}")).AbsoluteUri;
        return (200, page);
    }

    private async Task<IResult> RunAsync(HttpContext http, string what, string id, string[] permissions, Func<(int Status, JsonObject Body)> act)
    {
        var (status, body) = await DecideAsync(http, permissions, act);
        graph.Calls.Add(new(what, id, status));
        return SandboxJson.Answer(status, body);
    }

    private async Task<(int Status, JsonObject Body)> DecideAsync(HttpContext http, string[] permissions, Func<(int Status, JsonObject Body)> act)
    {
        var fault = graph.Faults.Take(http.Request.Method);
        if (fault is { Milliseconds: { } milliseconds })
            await Task.Delay(milliseconds, http.RequestAborted);
        if (fault is { Kind: "status" })
        {
            if (fault.RetryAfter is { } seconds)
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Refuse(fault.Status!.Value, "TooManyRequests", fault.Message ?? "The sandbox was asked to answer like this.");
        }

        var header = $"{http.Request.Headers.Authorization}";
        if (await login.ReadAsync(header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : "", Issuers, [SandboxGraph.Resource]) is null)
            return Refuse(401, "InvalidAuthenticationToken", $"The token must be the bot's, for {SandboxGraph.Resource}.");
        return permissions.Except(graph.Permissions).FirstOrDefault() is { } missing
            ? Refuse(403, "Authorization_RequestDenied", $"Insufficient privileges to complete the operation: {missing} is missing.")
            : act();
    }

    private static (int, JsonObject) Refuse(int status, string code, string message) =>
        (status, new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
