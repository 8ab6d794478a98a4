using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using TrunkBot.Diagnostics;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Diagnostics;

public sealed class HealthTests : IDisposable
{
    private readonly HttpClient _http = new();
    private string? _databaseProblem, _roomProblem;

    [Fact]
    public async Task Ready_is_200_while_everything_is_up()
    {
        await using var app = await StartAsync();
        Assert.Equal((HttpStatusCode.OK, """{"ready":true,"parts":{"database":{"status":"up"},"approvals room":{"status":"up"}}}"""), await GetAsync(app, "ready"));
    }

    [Fact]
    public async Task A_database_that_is_down_is_503_and_named_while_the_process_lives()
    {
        _databaseProblem = "The database does not answer.";
        await using var app = await StartAsync();
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, """{"ready":false,"parts":{"database":{"status":"down","problem":"The database does not answer."},"approvals room":{"status":"up"}}}"""),
            await GetAsync(app, "ready"));
        Assert.Equal((HttpStatusCode.OK, """{"ready":true,"parts":{}}"""), await GetAsync(app, "live"));
    }

    [Fact]
    public async Task A_missing_approvals_room_is_named_and_not_503()
    {
        _roomProblem = "No approvals room is set.";
        await using var app = await StartAsync();
        Assert.Equal(
            (HttpStatusCode.OK, """{"ready":true,"parts":{"database":{"status":"up"},"approvals room":{"status":"missing","problem":"No approvals room is set."}}}"""),
            await GetAsync(app, "ready"));
    }

    [Fact]
    public async Task What_an_exception_says_stays_inside()
    {
        _databaseProblem = "throw";
        await using var app = await StartAsync();
        var (status, body) = await GetAsync(app, "ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("""{"status":"down","problem":"It does not answer."}""", body, StringComparison.Ordinal);
        Assert.DoesNotContain("inner words", body, StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(WebApplication app, string page)
    {
        using var response = await _http.GetAsync(new Uri($"{app.Urls.First()}/health/{page}"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<WebApplication> StartAsync()
    {
        var builder = BareBuilder.Create();
        builder.Logging.ClearProviders();
        builder.AddDiagnostics()
            .AddReadyPart("database", (_, _) => _databaseProblem == "throw" ? throw new InvalidOperationException("inner words") : Task.FromResult(_databaseProblem))
            .AddReadyPart("approvals room", (_, _) => Task.FromResult(_roomProblem), required: false);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHealth();
        await app.StartAsync();
        return app;
    }
}
