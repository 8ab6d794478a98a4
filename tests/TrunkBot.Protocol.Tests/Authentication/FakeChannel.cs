using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>What the connector was asked.</summary>
internal sealed record ConnectorRequest(
    string Method, string RawTarget, string? Authorization, string? ContentType, string? UserAgent, string Body)
{
    /// <summary>Every header, by its name in small letters.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>The channel on real sockets: metadata and keys on http, logins on https, and a connector that answers as it is told.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private static readonly RSAParameters FirstKey = RSA.Create(2048).ExportParameters(includePrivateParameters: true);
    private readonly WebApplication _app;

    private FakeChannel(string certificateName, bool expired)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(TestAuthority.Shared.Issue(certificateName, expired)));
        });
        _app = builder.Build();
        _app.MapGet("/metadata", Metadata);
        _app.MapGet("/keys", KeysAsync);
        _app.MapPost("/{tenant}/oauth2/v2.0/token", LogInAsync);
        _app.Map("{**path}", ConnectAsync);
    }

    public Uri Http { get; private set; } = null!;

    public Uri Https { get; private set; } = null!;

    public ChannelSigner Signer { get; } = new("k1", "msteams", "webchat") { Key = RSA.Create(FirstKey) };

    public List<ChannelSigner> Published { get; } = [];

    public int KeyFetches { get; private set; }

    public Func<HttpContext, Task>? OnKeys { get; set; }

    public string? JwksUri { get; set; }

    public ConcurrentQueue<Dictionary<string, string>> Logins { get; } = [];

    public Func<int, (int Status, string Body)>? OnLogin { get; set; }

    public ConcurrentQueue<ConnectorRequest> Requests { get; } = [];

    public Func<HttpContext, Task> OnRequest { get; set; } = http => http.Response.WriteAsync("""{"id":"m1"}""");

    public static async Task<FakeChannel> StartAsync(string certificateName = "localhost", bool expired = false)
    {
        var channel = new FakeChannel(certificateName, expired);
        channel.Published.Add(channel.Signer);
        await channel._app.StartAsync();
        var addresses = channel._app.Urls.Select(url => new Uri(url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal))).ToArray();
        channel.Http = addresses.Single(a => a.Scheme == "http");
        channel.Https = addresses.Single(a => a.Scheme == "https");
        return channel;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Metadata() => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = JwksUri ?? $"{Http}keys" });

    private async Task KeysAsync(HttpContext http)
    {
        KeyFetches++;
        if (OnKeys is not null)
            await OnKeys(http);
        else
            await http.Response.WriteAsJsonAsync(new { keys = Published.Select(signer => signer.PublicKey()) });
    }

    private async Task LogInAsync(HttpContext http, string tenant)
    {
        var form = await http.Request.ReadFormAsync();
        var asked = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        asked["tenant"] = tenant;
        Logins.Enqueue(asked);
        var count = Logins.Count;
        var (status, body) = OnLogin?.Invoke(count)
            ?? (200, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{count}}"}""");
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    }

    private async Task ConnectAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = http.Request;
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Requests.Enqueue(new ConnectorRequest(
            request.Method, target, request.Headers.Authorization, request.ContentType, request.Headers.UserAgent, body)
        {
            Headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
        });
        http.Response.ContentType = "application/json";
        await OnRequest(http);
    }
}
