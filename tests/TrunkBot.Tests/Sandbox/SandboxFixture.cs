using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox;

namespace TrunkBot.Tests.Sandbox;

/// <summary>A running sandbox of a test's own, a client for it, and a bot that only listens.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    public SandboxApp Sandbox { get; } = SandboxApp.Create("--port", "0", "--login-port", "0");

    public ListeningBot Bot { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public IReadOnlyDictionary<string, string?> Settings => Sandbox.BotSettings(1, "unused.db");

    public async Task InitializeAsync()
    {
        await Sandbox.StartAsync();
        Sandbox.BotEndpoint = await Bot.StartAsync();
        Client = new HttpClient(TrustingHandler()) { BaseAddress = Sandbox.Address, Timeout = TimeSpan.FromSeconds(20) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
        await Bot.DisposeAsync();
    }

    public Task<HttpResponseMessage> LogInAsync(Action<Dictionary<string, string>>? change = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Settings["MicrosoftAppId"]!,
            ["client_secret"] = Settings["MicrosoftAppPassword"]!,
            ["scope"] = Settings["ToChannelFromBotOAuthScope"]!,
        };
        change?.Invoke(form);
        return Client.PostAsync(new Uri(Settings["ToChannelFromBotLoginUrl"] + "/oauth2/v2.0/token"), new FormUrlEncodedContent(form));
    }

    public async Task<AuthenticationHeaderValue> BotTokenAsync() =>
        new("Bearer", (await ReadAsync(await LogInAsync()))["access_token"]!.ToString());

    public async Task<HttpResponseMessage> ConnectAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, "connector/v3/" + path) { Content = Json(body) };
        request.Headers.Authorization = await BotTokenAsync();
        return await Client.SendAsync(request);
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

    public static HttpContent? Json(JsonNode? body) =>
        body is null ? null : new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private SocketsHttpHandler TrustingHandler()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(Settings["TrustedRootCertificate"]!);
        return new() { AllowAutoRedirect = false, SslOptions = { CertificateChainPolicy = trust } };
    }
}
