using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.SignIn;

namespace TrunkBot.Sandbox.Login;

/// <summary>Answers requests for a token the way the public login endpoint does.</summary>
internal sealed class LoginEndpoint(SandboxLogin login, SandboxWorld world)
{
    internal async Task<IResult> TokenAsync(HttpContext http, string tenant)
    {
        var form = http.Request.HasFormContentType
            ? await http.Request.ReadFormAsync(http.RequestAborted)
            : FormCollection.Empty;
        var (status, body) = await DecideAsync(http, tenant, form);
        var proof = form.ContainsKey("client_assertion") ? "assertion" : form.ContainsKey("client_secret") ? "secret" : "nothing";
        login.Requests.Add(new(world.Clock.GetUtcNow(), Field(form, "client_id"), status, proof, body["error_description"]?.ToString()));
        return SandboxJson.Answer(status, body);
    }

    internal static JsonObject Configuration(HttpRequest request, string tenant)
    {
        var authority = $"{request.Scheme}://{request.Host}/{tenant}";
        return new()
        {
            ["issuer"] = $"{authority}/v2.0",
            ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
            ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
            ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
            ["response_types_supported"] = new JsonArray("token"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt"),
        };
    }

    /// <summary>The same for tokens of version 1.0, whose issuer is another.</summary>
    internal static JsonObject FirstConfiguration(HttpRequest request, string tenant)
    {
        var configuration = Configuration(request, tenant);
        configuration["issuer"] = $"https://sts.windows.net/{tenant}/";
        return configuration;
    }

    private async Task<(int Status, JsonObject Body)> DecideAsync(HttpContext http, string tenant, IFormCollection form)
    {
        if (login.Faults.Take("POST") is { } fault)
            return Misbehave(http, fault);
        if (tenant is not (SandboxWorld.TenantId or "botframework.com"))
            return Refuse(400, "invalid_request", 90002, "Tenant not found.");
        if (Field(form, "grant_type") != "client_credentials")
            return Refuse(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        if (Field(form, "client_id") != SandboxWorld.AppId)
            return Refuse(400, "unauthorized_client", 700016, "The application was not found in the directory.");
        if (await ProofRefusalAsync(http, tenant, form) is { } refusal)
            return Refuse(refusal.Status, refusal.Error, refusal.Code, refusal.Description);
        if (AudienceOf(Field(form, "scope")) is not { } audience)
            return Field(form, "scope").StartsWith("api://", StringComparison.Ordinal)
                ? Refuse(400, "invalid_resource", 500011, "The resource principal was not found in the tenant.")
                : Refuse(400, "invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid.");
        return (200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = SandboxLogin.Seconds,
            ["ext_expires_in"] = SandboxLogin.Seconds,
            ["access_token"] = login.Issue(SandboxWorld.AppId, audience),
        });
    }

    private async Task<ClientAssertions.Refusal?> ProofRefusalAsync(HttpContext http, string tenant, IFormCollection form)
    {
        var (assertion, secret) = (form.ContainsKey("client_assertion"), form.ContainsKey("client_secret"));
        if (assertion && secret)
            return new(400, "invalid_request", 90100, "client_secret and client_assertion can't both be there.");
        if (assertion)
            return await login.Assertions.RefuseAsync(
                Field(form, "client_assertion_type"), Field(form, "client_assertion"), Field(form, "client_id"), $"https://{http.Request.Host}/{tenant}/oauth2/v2.0/token");
        return Field(form, "client_secret") == world.AppPassword ? null
            : secret ? new(401, "invalid_client", 7000215, "Invalid client secret provided.")
            : new(401, "invalid_client", 7000218, "The request body must contain 'client_assertion' or 'client_secret'.");
    }

    // The connector's, Graph's, or the registration's own Application ID URI, which is the only one here.
    private static string? AudienceOf(string scope) => scope.Split(' ') switch
    {
        var scopes when scopes.Contains($"{SandboxLogin.Resource}/.default") => SandboxLogin.Resource,
        var scopes when scopes.Contains($"{SandboxEntra.Resource}/.default") => SandboxEntra.Resource,
        var scopes when scopes.Contains($"{Graph.SandboxGraph.Resource}/.default") => Graph.SandboxGraph.Resource,
        _ => null,
    };

    private (int Status, JsonObject Body) Misbehave(HttpContext http, Fault fault)
    {
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Refuse(fault.Status!.Value, "temporarily_unavailable", 90033, fault.Message ?? "A transient error has occurred.");
    }

    private (int Status, JsonObject Body) Refuse(int status, string error, int code, string description) => (status, new()
    {
        ["error"] = error,
        ["error_description"] = $"AADSTS{code}: {description}",
        ["error_codes"] = new JsonArray(code),
        ["timestamp"] = world.Clock.GetUtcNow().ToString("u"),
        ["trace_id"] = Guid.NewGuid().ToString(),
        ["correlation_id"] = Guid.NewGuid().ToString(),
    });

    private static string Field(IFormCollection form, string name) => form[name].ToString();
}
