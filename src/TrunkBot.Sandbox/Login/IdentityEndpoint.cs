using System.Globalization;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Login;

/// <summary>Answers what asks for a managed identity's token, and says why it does not.</summary>
/// <remarks>Sources: App Service, managed identities, "REST endpoint reference"; Azure virtual machines, "Get a token using HTTP".</remarks>
internal sealed class IdentityEndpoint(ManagedIdentities identities, SandboxLogin login, SandboxWorld world)
{
    internal IResult App(HttpContext http) => Answer(http, "app", http.Request.Headers["X-IDENTITY-HEADER"] == identities.Header, "2019-08-01");

    internal IResult Machine(HttpContext http) => Answer(
        http, "machine", http.Request.Headers["Metadata"] == "true" && !http.Request.Headers.ContainsKey("X-Forwarded-For"), "2018-02-01");

    private IResult Answer(HttpContext http, string place, bool isFromHere, string version)
    {
        var query = http.Request.Query;
        var (client, resource) = ($"{query["client_id"]}", $"{query["resource"]}");
        var (status, body) = identities.Faults.Take("GET") is { } fault ? Misbehave(http, fault)
            : !isFromHere ? Refuse(400, "bad_request_102", "Required metadata header not specified, or the identity header isn't this machine's.")
            : query["api-version"] != version ? Refuse(400, "invalid_request", $"api-version must be {version}.")
            : client is not (ManagedIdentities.ClientId or SandboxWorld.AppId) ? Refuse(400, "invalid_request", "Identity not found.")
            : resource.Length == 0 || resource.EndsWith("/.default", StringComparison.Ordinal) ? Refuse(400, "invalid_resource", "resource must be a resource, and is no scope.")
            : (200, Token(client, resource));
        identities.Requests.Add(new(place, client, resource, status));
        return SandboxJson.Answer(status, body);
    }

    private JsonObject Token(string client, string resource)
    {
        var end = world.Clock.GetUtcNow().AddSeconds(SandboxLogin.IdentitySeconds).ToUnixTimeSeconds();
        return new()
        {
            ["access_token"] = client == SandboxWorld.AppId
                ? login.Issue(client, resource, SandboxLogin.IdentitySeconds)
                : login.IssueForIdentity(resource),
            ["client_id"] = client,
            ["expires_on"] = end.ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        };
    }

    private static (int, JsonObject) Misbehave(HttpContext http, Fault fault)
    {
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Refuse(fault.Status!.Value, "unavailable", fault.Message ?? "The sandbox was asked to answer like this.");
    }

    private static (int, JsonObject) Refuse(int status, string error, string description) =>
        (status, new() { ["error"] = error, ["error_description"] = description });
}
