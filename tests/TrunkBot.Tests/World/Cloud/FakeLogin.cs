using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TrunkBot.Tests.World.Cloud;

/// <summary>Azure's login, and the managed identities of a container app and of a virtual machine. Both give a token for whatever it is asked for.</summary>
internal sealed class FakeLogin
{
    public const string
        Host = "login.microsoftonline.com", Tenant = "5f1c9a52-7c0b-4d0e-9a53-2f8f0c7b1d11", ClientId = "c0a8d2f4-31b7-4a6e-8e0d-6f2b9e4a7c55",
        Resource = "https://vault.azure.net", Token = "vault-token.Canary-91.signature", Secret = "client-secret-Canary-55",
        IdentityHeader = "identity-header-Canary-13", FederatedToken = "federated.Canary-27.token", Answer = "answer-Canary-38";

    /// <summary>What the login answers instead of a token.</summary>
    public Func<HttpContext, Task>? OnLogin { get; set; }

    /// <summary>What a machine answers instead of a token.</summary>
    public Func<HttpContext, Task>? OnManagedIdentity { get; set; }

    /// <summary>How each token was asked for: as whom, by which proof.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public void Map(WebApplication app)
    {
        app.MapGet("/common/discovery/instance", Discover).RequireHost(Host);
        app.MapPost("/{tenant}/oauth2/v2.0/token", LogInAsync).RequireHost(Host);
        app.MapGet("/msi/token", (HttpContext http) => ManagedAsync(http, "a container app's managed identity", http.Request.Headers["X-IDENTITY-HEADER"] == IdentityHeader));
        app.MapGet("/metadata/identity/oauth2/token", (HttpContext http) => ManagedAsync(http, "a virtual machine's managed identity", http.Request.Headers["Metadata"] == "true"));
    }

    private static IResult Discover() => Results.Json(new Dictionary<string, object>
    {
        ["tenant_discovery_endpoint"] = $"https://{Host}/common/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new[] { new { preferred_network = Host, preferred_cache = "login.windows.net", aliases = new[] { Host, "login.windows.net" } } },
    });

    private async Task LogInAsync(HttpContext http, string tenant)
    {
        var form = await http.Request.ReadFormAsync();
        var proof = form["client_secret"] == Secret ? "a secret"
            : form["client_assertion"] == FederatedToken ? "a federated token"
            : form.ContainsKey("client_assertion") ? "a certificate" : "nothing";
        Asked.Enqueue($"{form["client_id"]} with {proof}");
        if (OnLogin is { } otherwise)
            await otherwise(http);
        else if (tenant != Tenant || form["client_id"] != ClientId || proof == "nothing")
            await RefuseAsync(http, 401, "invalid_client");
        else
            await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3599, ext_expires_in = 3599, access_token = Token });
    }

    private Task ManagedAsync(HttpContext http, string whose, bool isProven)
    {
        var query = http.Request.Query;
        // Without a header that only the machine itself can send it is asked whether it is there at all.
        if (!isProven)
            return RefuseAsync(http, 400, "invalid_request");
        Asked.Enqueue($"{query["client_id"]} with {whose}");
        return OnManagedIdentity is { } otherwise ? otherwise(http) : http.Response.WriteAsJsonAsync(new
        {
            token_type = "Bearer",
            access_token = Token,
            resource = query["resource"].ToString(),
            expires_on = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
    }

    public static Task RefuseAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error, error_description = $"AADSTS7000215: {Answer}", error_codes = new[] { 7000215 } });
    }
}
