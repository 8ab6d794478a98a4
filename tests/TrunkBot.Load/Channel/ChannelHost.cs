using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TrunkBot.Load.Channel;

/// <summary>The world that the bot talks to: published keys, login endpoint, and the connector that takes its replies.</summary>
internal sealed class ChannelHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SigningKey _key = new();
    private readonly LoginCertificate _certificate = LoginCertificate.Create();
    private int _ids;

    private ChannelHost()
    {
        // Not in the folder that it was started in, which would be watched with all that is below it: also the databases that are measured.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate.Server));
        });
        _app = builder.Build();
        MapIdentity();
        MapConnector();
    }

    public Mailbox Mailbox { get; } = new();

    /// <summary>The plain address, without a path.</summary>
    public string Address { get; private set; } = "";

    public string ServiceUrl => Address + "/connector/";

    public string LoginUrl { get; private set; } = "";

    public string RootPem => _certificate.RootPem;

    public string Token { get; private set; } = "";

    public static async Task<ChannelHost> StartAsync()
    {
        var channel = new ChannelHost();
        await channel._app.StartAsync();
        var addresses = channel._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        channel.Address = addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal));
        var login = new Uri(addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal)));
        channel.LoginUrl = $"https://localhost:{login.Port}/{Identity.TenantId}";
        channel.Token = channel._key.TokenFor(channel.ServiceUrl);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _certificate.Dispose();
    }

    private void MapIdentity()
    {
        _app.MapGet("/openid", http => AnswerAsync(http, 200, new JsonObject
        {
            ["issuer"] = Identity.TokenIssuer,
            ["jwks_uri"] = $"{Address}/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }.ToJsonString()));
        _app.MapGet("/keys", http => AnswerAsync(http, 200, _key.Published()));
        _app.MapPost($"/{Identity.TenantId}/oauth2/v2.0/token", http => AnswerAsync(http, 200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = 3599,
            ["access_token"] = "load",
        }.ToJsonString()));
    }

    private void MapConnector()
    {
        _app.MapPost("/connector/v3/conversations/{conversation}/activities", TakeAsync);
        _app.MapPost("/connector/v3/conversations/{conversation}/activities/{activity}", TakeAsync);
        _app.MapPut("/connector/v3/conversations/{conversation}/activities/{activity}", TakeAsync);
        _app.MapGet("/connector/v3/conversations/{conversation}/members/{member}", MemberAsync);
        _app.MapPost("/v2/sip-trunk", CreateTrunkAsync);
    }

    // VideoSDK: every create is answered with what was asked for and an id.
    private static async Task CreateTrunkAsync(HttpContext http)
    {
        var trunk = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        trunk["trunkId"] = Guid.NewGuid().ToString("N");
        await AnswerAsync(http, 200, trunk.ToJsonString());
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var activity = await JsonDocument.ParseAsync(http.Request.Body);
        var copy = activity.RootElement.Clone();
        // Where a turn takes over a second, its answer comes after a sign that it will.
        if (copy.GetProperty("type").GetString() is not "typing")
            Mailbox.Deliver((string)http.Request.RouteValues["conversation"]!, copy);
        var id = Interlocked.Increment(ref _ids);
        await AnswerAsync(http, http.Request.Method == HttpMethods.Put ? 200 : 201, $$"""{"id":"{{id}}"}""");
    }

    // Everybody is at home in the tenant; an account is named after its person.
    private static Task MemberAsync(HttpContext http)
    {
        var account = (string)http.Request.RouteValues["member"]!;
        return AnswerAsync(http, 200, new JsonObject
        {
            ["id"] = account,
            ["name"] = "Load",
            ["objectId"] = account[(account.IndexOf(':', StringComparison.Ordinal) + 1)..],
            ["tenantId"] = Identity.TenantId,
            ["userRole"] = "user",
        }.ToJsonString());
    }

    private static async Task AnswerAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json));
    }
}
