using System.Globalization;
using Microsoft.AspNetCore.Http;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>A bot that is a managed identity, on a machine whose endpoint starts, is updated, throttles and fails.</summary>
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private readonly Queue<(int Status, string? RetryAfter)> _troubles = [];
    private FakeChannel _channel = null!;
    private BotSide _bot = null!;

    public async Task InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _channel.OnRequest = AnswerAsync;
        _bot = BotSide.Start(_channel, ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", ""), ("IDENTITY_ENDPOINT", $"{_channel.Http}msi/token"), ("IDENTITY_HEADER", "canary-header"));
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_container_apps_endpoint_is_asked_for_the_resource_with_the_identitys_id_and_the_header()
    {
        Assert.Equal("msi-token", (await _bot.Tokens.GetAsync())!.Parameter);
        var asked = Assert.Single(_channel.Requests);
        Assert.Equal($"/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fapi.botframework.com&client_id={BotSide.AppId}", asked.RawTarget);
        Assert.Null(asked.Authorization);
        Assert.Empty(_channel.Logins);
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains("msi-token", StringComparison.Ordinal) || line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_virtual_machine_has_its_own_form_of_it()
    {
        await using var bot = BotSide.Start(
            _channel, ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", ""), ("AZURE_POD_IDENTITY_AUTHORITY_HOST", _channel.Http.AbsoluteUri));
        Assert.Equal("msi-token", (await bot.Tokens.GetAsync())!.Parameter);
        Assert.StartsWith("/metadata/identity/oauth2/token?api-version=2018-02-01&resource=", Assert.Single(_channel.Requests).RawTarget, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, null, 1)]
    [InlineData(410, null, 3)]
    [InlineData(429, "7", 7)]
    [InlineData(500, null, 1)]
    [InlineData(503, null, 1)]
    public async Task What_passes_is_asked_again_after_a_pause_and_not_before(int status, string? retryAfter, int seconds)
    {
        _troubles.Enqueue((status, retryAfter));
        var token = _bot.Tokens.GetAsync().AsTask();
        await _bot.Clock.PassUntilAsync(token);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_bot.Clock.Pauses));
        Assert.Equal("msi-token", (await token)!.Parameter);
        Assert.Equal(2, _channel.Requests.Count);
    }

    [Fact]
    public async Task What_goes_on_failing_is_asked_six_times_and_said_without_what_was_answered()
    {
        for (var at = 0; at < 20; at++)
            _troubles.Enqueue((500, null));
        var token = _bot.Tokens.GetAsync().AsTask();
        await _bot.Clock.PassUntilAsync(token);
        var failure = await Assert.ThrowsAsync<BotTokenException>(() => token);
        Assert.Equal(("status_500", true), (failure.Code, failure.MayPass));
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(6, _channel.Requests.Count);
        Assert.Equal([1, 2, 4, 8, 16], _bot.Clock.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task What_is_refused_is_not_asked_again()
    {
        _troubles.Enqueue((400, null));
        var failure = await Assert.ThrowsAsync<BotTokenException>(async () => await _bot.Tokens.GetAsync());
        Assert.Equal(("status_400", false), (failure.Code, failure.MayPass));
        Assert.Single(_channel.Requests);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (_troubles.TryDequeue(out var trouble))
        {
            http.Response.StatusCode = trouble.Status;
            http.Response.Headers.RetryAfter = trouble.RetryAfter;
            await http.Response.WriteAsync("""{"error":"canary-answer"}""");
            return;
        }

        var isFromHere = http.Request.Headers["X-IDENTITY-HEADER"] == "canary-header" || http.Request.Headers["Metadata"] == "true";
        http.Response.StatusCode = isFromHere ? 200 : 400;
        var end = _bot.Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await http.Response.WriteAsync($$"""{"access_token":"msi-token","expires_on":"{{end}}","token_type":"Bearer"}""");
    }
}
