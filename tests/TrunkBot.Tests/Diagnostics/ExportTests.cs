using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using TrunkBot.Diagnostics;
using TrunkBot.Secrets;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.VideoSdk;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>What leaves for a collector, byte by byte.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Canary = "export-canary-0123456789abcdefghijk";

    // As long as the token of a one-time link: 32 bytes in base64url.
    private static readonly string LinkToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private readonly Secret _password = new(Canary);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-keys-");
    private readonly StringBuilder _exported = new();

    [Fact]
    public async Task Spans_logs_and_measures_leave_without_a_secret()
    {
        await using var collector = await CollectAsync();
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        await using (var app = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()), ("VideoSdk:BaseUrl", server.Address)))
        {
            await app.Services.GetRequiredService<VideoSdkClient>().CreateAsync(VideoSdkWorld.Twilio, _password, () => Task.FromResult(true), default);
            using var http = new HttpClient();
            await http.GetAsync(new Uri($"{app.Urls.First()}/somewhere/{Canary}?q={Canary}"));
            await http.GetAsync(new Uri($"{app.Urls.First()}/secret/{LinkToken}"));
            await http.GetAsync(new Uri($"{app.Urls.First()}/elsewhere?next=%2Fsecret%2F{LinkToken}"));
        }

        var exported = _exported.ToString();
        Assert.Contains("/v2/sip-trunk", exported, StringComparison.Ordinal);
        Assert.Contains("trunkbot.creates", exported, StringComparison.Ordinal);
        Assert.Contains("A create at VideoSDK ended", exported, StringComparison.Ordinal);
        Assert.Contains("/somewhere/", exported, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, exported, StringComparison.Ordinal);
        Assert.Contains("/secret/", exported, StringComparison.Ordinal);
        Assert.DoesNotContain(LinkToken, exported, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_recorded()
    {
        await using var app = await StartAsync(("VideoSdk:BaseUrl", "https://videosdk.invalid"));
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    public void Dispose()
    {
        GC.KeepAlive(_password);
        _folder.Delete(recursive: true);
    }

    private async Task<WebApplication> CollectAsync()
    {
        var builder = BareBuilder.Create();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            lock (_exported)
                _exported.Append(Encoding.UTF8.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }

    private async Task<WebApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = BareBuilder.Create();
        builder.Configuration["Secrets:KeyFolder"] = _folder.FullName;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.Configuration["VideoSdk:ApiKey"] = "export-api-key";
        builder.Configuration["VideoSdk:Secret"] = Canary;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Logging.ClearProviders();
        builder.AddSecrets().AddVideoSdk().AddDiagnostics();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHealth();
        await app.StartAsync();
        return app;
    }
}
