using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Login;

internal static class LoginRoutes
{
    internal static IServiceCollection AddLogin(this IServiceCollection services) => services
        .AddSingleton(provider => new SandboxLogin(provider.GetRequiredService<SandboxWorld>()))
        .AddSingleton<LoginEndpoint>()
        .AddSingleton<ManagedIdentities>()
        .AddSingleton<IdentityEndpoint>()
        .AddSingleton(provider => new SandboxVault(provider.GetRequiredService<SandboxWorld>(), provider.GetRequiredService<SandboxLogin>()));

    internal static void MapLogin(this WebApplication app)
    {
        var login = app.Services.GetRequiredService<SandboxLogin>();
        var endpoint = app.Services.GetRequiredService<LoginEndpoint>();
        var tenants = app.MapGroup("/{tenant}").AddEndpointFilter(OverTlsAsync);
        tenants.MapPost("/oauth2/v2.0/token", endpoint.TokenAsync).DisableAntiforgery();
        tenants.MapGet("/oauth2/v2.0/authorize", (SandboxWorld world, string state) => Results.Text(
            $"To sign in as Riya, open {new Uri(world.Address, $"token/signin?session={Uri.EscapeDataString(state)}&person=riya")}"));
        tenants.MapGet("/v2.0/.well-known/openid-configuration", (HttpContext http, string tenant) =>
            SandboxJson.Answer(200, LoginEndpoint.Configuration(http.Request, tenant)));
        tenants.MapGet("/.well-known/openid-configuration", (HttpContext http, string tenant) =>
            SandboxJson.Answer(200, LoginEndpoint.FirstConfiguration(http.Request, tenant)));
        tenants.MapGet("/discovery/v2.0/keys", () => SandboxJson.Answer(200, Keys(login)));
        var (identity, vault) = (app.Services.GetRequiredService<IdentityEndpoint>(), app.Services.GetRequiredService<SandboxVault>());
        app.MapGet("/msi/token", identity.App);
        app.MapGet("/metadata/identity/oauth2/token", identity.Machine);
        app.MapGet("/secrets/{name}/{version?}", vault.ReadAsync).AddEndpointFilter(OverTlsAsync);
        app.MapFaults("/sandbox/login/faults", login.Faults);
        app.MapFaults("/sandbox/identity/faults", app.Services.GetRequiredService<ManagedIdentities>().Faults);
        app.MapGet("/sandbox/login/requests", () => Results.Json(login.Requests, SandboxJson.Default.IEnumerableLoginRequest));
    }

    private static ValueTask<object?> OverTlsAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.Request.IsHttps ? next(call) : ValueTask.FromResult<object?>(Results.NotFound());

    private static JsonObject Keys(SandboxLogin login)
    {
        var key = login.PublicKey;
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = key.Kid,
                ["n"] = key.N,
                ["e"] = key.E,
            }),
        };
    }
}
