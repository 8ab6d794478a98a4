using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.Login;

namespace TrunkBot.Sandbox.SignIn;

internal static class SignInRoutes
{
    internal static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddSingleton(provider => new SandboxEntra(provider.GetRequiredService<SandboxWorld>(), provider.GetRequiredService<SandboxLogin>()))
        .AddSingleton(provider => new SandboxTokenService(provider.GetRequiredService<SandboxWorld>(), provider.GetRequiredService<SandboxEntra>()))
        .AddSingleton<TokenEndpoint>()
        .AddSingleton(provider => new TeamsClients(
            provider.GetRequiredService<SandboxEntra>(), provider.GetRequiredService<SandboxTokenService>(), provider));

    internal static void MapSignIn(this WebApplication app)
    {
        var (endpoint, service) = (app.Services.GetRequiredService<TokenEndpoint>(), app.Services.GetRequiredService<SandboxTokenService>());
        var entra = app.Services.GetRequiredService<SandboxEntra>();
        var tokens = app.MapGroup("/token");
        tokens.MapGet("/api/usertoken/GetToken", endpoint.GetAsync);
        tokens.MapPost("/api/usertoken/exchange", endpoint.ExchangeAsync);
        tokens.MapDelete("/api/usertoken/SignOut", endpoint.SignOutAsync);
        tokens.MapGet("/api/botsignin/GetSignInResource", endpoint.ResourceAsync);
        tokens.MapGet("/signin", (SandboxWorld world, string session, string? person) => Page(world, service, session, person));
        app.MapFaults("/sandbox/token/faults", service.Faults);
        app.MapGet("/sandbox/entra/people/{person}/roles", (string person) => SandboxJson.Answer(200, Roles(entra, person)));
        app.MapPut("/sandbox/entra/people/{person}/roles", (string person, JsonObject order) =>
        {
            if (SandboxWorld.Find(person) is not { } somebody || order["roles"] is not JsonArray values)
                return SandboxJson.Refuse(400, "Nobody is called like that, or roles isn't a list.");
            entra.Give(somebody.Key, [.. values.Select(value => $"{value}")]);
            return SandboxJson.Answer(200, Roles(entra, somebody.Key));
        });
    }

    private static JsonObject Roles(SandboxEntra entra, string person) =>
        new() { ["roles"] = new JsonArray([.. entra.RolesOf(person).Select(role => JsonValue.Create(role))]) };

    // What a person sees behind the button, after the way over Entra's page; who they are is said in the address, for the sandbox knows no passwords.
    private static IResult Page(SandboxWorld world, SandboxTokenService service, string session, string? person) => person is null
        ? Results.Redirect(Authorize(world, session))
        : service.SignIn($"session={session}", person) is { } code
            ? Results.Text($"You are signed in. Your code is {code}.")
            : Results.Text("This link isn't one of the sandbox, or nobody is called like that.", statusCode: 404);

    // As the token service sends people on: with the connection's scopes, and its own address to come back to.
    private static string Authorize(SandboxWorld world, string session) =>
        new Uri(world.LoginAddress, $"{SandboxWorld.TenantId}/oauth2/v2.0/authorize").AbsoluteUri + QueryString.Create(new Dictionary<string, string?>
        {
            ["client_id"] = SandboxWorld.AppId,
            ["response_type"] = "code",
            ["redirect_uri"] = new Uri(world.Address, "token/.auth/web/redirect").AbsoluteUri,
            ["scope"] = $"openid profile {SandboxWorld.AppId}/access_as_user",
            ["state"] = session,
        });
}
