using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Tests.Sandbox;

public sealed class SandboxVideoSdkTests(SandboxFixture world) : IClassFixture<SandboxFixture>, IAsyncLifetime
{
    private const string Password = "correct-horse-battery-staple";

    public Task InitializeAsync()
    {
        world.Sandbox.VideoSdk.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    public async Task The_documented_sample_is_created_read_and_replaced(string prefix)
    {
        var created = await SandboxFixture.ReadAsync(await CallAsync(HttpMethod.Post, "", Sample(), prefix + Token()));
        var id = created["trunkId"]!.ToString();
        Assert.Matches("^[0-9A-Za-z]{21}$", id);
        Assert.Equal(Password, created["auth"]!["password"]!.ToString());

        var changed = Sample();
        changed["name"] = "renamed";
        await CallAsync(HttpMethod.Put, "/" + id, changed);
        var read = await SandboxFixture.ReadAsync(await CallAsync(HttpMethod.Get, "/" + id));
        Assert.Equal("renamed", read["name"]!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(HttpMethod.Get, "/nothing")).StatusCode);
    }

    [Theory]
    [InlineData("name", "\"name\" is required")]
    [InlineData("domain", "\"domain\" is required")]
    [InlineData("direction", "\"direction\" is required")]
    [InlineData("numbers", "\"numbers\" is required")]
    [InlineData("auth", "\"auth\" is required")]
    public async Task A_missing_member_is_named(string member, string message)
    {
        var body = Sample();
        body.Remove(member);
        var answer = await CallAsync(HttpMethod.Post, "", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(message, (await SandboxFixture.ReadAsync(answer))["message"]!.ToString());
        Assert.Empty(world.Sandbox.VideoSdk.Trunks);
    }

    [Fact]
    public async Task A_token_that_is_wrong_in_any_way_is_refused()
    {
        string?[] tokens =
        [
            null,
            Token(secret: new string('x', 40)),
            Token(claims => claims["apikey"] = "other"),
            Token(claims => claims["version"] = 1),
            Token(claims => claims.Remove("permissions")),
            Token(claims => claims.Remove("roles")),
            Token(claims => claims["exp"] = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds()),
            Token(claims => claims.Remove("exp")),
        ];
        foreach (var token in tokens)
            Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(HttpMethod.Post, "", Sample(), token)).StatusCode);
        Assert.Empty(world.Sandbox.VideoSdk.Trunks);
    }

    [Fact]
    public async Task What_is_recorded_and_shown_has_no_password()
    {
        await CallAsync(HttpMethod.Post, "", Sample());
        var shown = await world.Client.GetStringAsync("sandbox/videosdk/requests") + await world.Client.GetStringAsync("sandbox/videosdk/trunks");
        Assert.Contains("twilio", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, shown, StringComparison.Ordinal);
        Assert.Equal(Password, Assert.Single(world.Sandbox.VideoSdk.Trunks).Password);
    }

    [Theory]
    [InlineData("status", 0, 500)]
    [InlineData("redirect", 0, 302)]
    [InlineData("garbage", 1, 201)]
    [InlineData("no-trunk-id", 1, 200)]
    [InlineData("latency", 1, 200)]
    public async Task A_fault_hits_the_next_create_and_is_gone(string kind, int trunks, int status)
    {
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = kind, Status = 500, Milliseconds = 1 });
        Assert.Equal(status, (int)(await CallAsync(HttpMethod.Post, "", Sample())).StatusCode);
        Assert.Equal(trunks, world.Sandbox.VideoSdk.Trunks.Count);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(HttpMethod.Post, "", Sample())).StatusCode);
    }

    [Theory]
    [InlineData("drop-before", 0)]
    [InlineData("drop-after", 1)]
    public async Task A_dropped_connection_has_acted_or_not(string kind, int trunks)
    {
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = kind });
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(HttpMethod.Post, "", Sample()));
        Assert.Equal(trunks, world.Sandbox.VideoSdk.Trunks.Count);
        Assert.Null(Assert.Single(world.Sandbox.VideoSdk.Requests).Status);
    }

    [Fact]
    public async Task A_hanging_call_has_acted_and_ends_when_the_client_gives_up()
    {
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "hang" });
        using var giveUp = new CancellationTokenSource();
        var call = CallAsync(HttpMethod.Post, "", Sample(), cancellation: giveUp.Token);
        await world.Sandbox.VideoSdk.Requests.WaitForAsync(request => request.Fault == "hang", CancellationToken.None);
        while (world.Sandbox.VideoSdk.Trunks.Count == 0)
            await Task.Yield();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_fault_is_asked_for_over_http_and_says_when_to_come_back()
    {
        var order = new JsonObject { ["kind"] = "status", ["status"] = 429, ["retryAfter"] = 7 };
        Assert.Equal(HttpStatusCode.Created, (await world.Client.PostAsync("sandbox/faults", SandboxFixture.Json(order))).StatusCode);
        var answer = await CallAsync(HttpMethod.Post, "", Sample());
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);

        order["kind"] = "nonsense";
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Client.PostAsync("sandbox/faults", SandboxFixture.Json(order))).StatusCode);
    }

    private async Task<HttpResponseMessage> CallAsync(
        HttpMethod method, string path, JsonObject? body = null, string? token = "right", CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, "v2/sip-trunk" + path) { Content = SandboxFixture.Json(body) };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token == "right" ? Token() : token);
        return await world.Client.SendAsync(request, cancellation);
    }

    private string Token(Action<JsonObject>? change = null, string? secret = null)
    {
        var claims = new JsonObject
        {
            ["apikey"] = world.Sandbox.VideoSdk.ApiKey,
            ["permissions"] = new JsonArray("allow_join", "allow_mod"),
            ["version"] = 2,
            ["roles"] = new JsonArray("crawler"),
            ["exp"] = DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret ?? world.Sandbox.VideoSdk.Secret));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(claims.ToJsonString(), new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
    }

    private static JsonObject Sample() => new()
    {
        ["auth"] = new JsonObject { ["username"] = "acme", ["password"] = Password },
        ["name"] = "twilio",
        ["domain"] = "example.pstn.twilio.com",
        ["direction"] = "outbound",
        ["numbers"] = new JsonArray("+1234567890"),
    };
}
