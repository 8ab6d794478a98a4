using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TrunkBot.Tests.Browser;

namespace TrunkBot.Tests.Sandbox;

public sealed class SandboxStartTests : IAsyncLifetime, IDisposable
{
    private readonly SlowBot _bot = new();
    private RunningSandbox _sandbox = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartWithAsync(_bot.Folder);
        _client = new HttpClient { BaseAddress = _sandbox.Page };
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
        _bot.Dispose();
    }

    [Fact]
    public async Task The_page_is_there_while_the_bot_is_built_and_what_is_said_waits_for_it()
    {
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/")).StatusCode);
        Assert.Equal("building", (await BotAsync())["stage"]!.ToString());

        var page = await OpenAsync();
        var said = SendAsync(page, HttpMethod.Post, "activities", new JsonObject { ["type"] = "message", ["text"] = "hello" });
        var seen = await UntilAsync(() => ReadAsync(page), all => all.Length > 0);
        Assert.Equal(["hello"], seen);
        Assert.False(said.IsCompleted);

        _bot.LetGo();
        Assert.Equal(HttpStatusCode.OK, (await said).StatusCode);
        // The page waits for its message, and not for what is told beside it.
        var heard = await UntilAsync(() => Task.FromResult(_bot.Heard), all => all.Length > 1);
        Assert.Equal(["conversationUpdate", "message"], heard.Order());
        Assert.Equal(["hello"], await ReadAsync(page));
        Assert.True((await BotAsync())["answers"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_bot_that_cannot_be_built_says_why_and_is_started_again_on_request()
    {
        _bot.Break();
        _bot.LetGo();
        var ended = await UntilAsync(BotAsync, bot => bot["stage"]!.ToString() == "ended");
        Assert.Contains(ended["said"]!.AsArray(), line => line!.ToString().Contains("A semicolon is missing", StringComparison.Ordinal));

        _bot.Mend();
        Assert.Equal(HttpStatusCode.Accepted, (await _client.PostAsync("sandbox/bot/start", null)).StatusCode);
        var bot = await UntilAsync(BotAsync, bot => bot["answers"]!.GetValue<bool>());
        Assert.Equal("ready", bot["stage"]!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, (await _client.PostAsync("sandbox/bot/start", null)).StatusCode);
    }

    private async Task<JsonObject> BotAsync() => await SandboxFixture.ReadAsync(await _client.GetAsync("sandbox/bot"));

    private async Task<JsonObject> OpenAsync()
    {
        var order = new JsonObject { ["person"] = "riya", ["where"] = "personal" };
        var page = await SandboxFixture.ReadAsync(await _client.PostAsync("sandbox/tokens", SandboxFixture.Json(order)));
        await SendAsync(page, HttpMethod.Get, "");
        return page;
    }

    private async Task<string[]> ReadAsync(JsonObject page)
    {
        var frame = await SandboxFixture.ReadAsync(await SendAsync(page, HttpMethod.Get, "activities"));
        return [.. frame["activities"]!.AsArray().Select(activity => activity!["text"]!.ToString())];
    }

    private Task<HttpResponseMessage> SendAsync(JsonObject page, HttpMethod method, string path, JsonObject? body = null) =>
        _client.SendAsync(new HttpRequestMessage(method, $"directline/conversations/{page["conversationId"]}/{path}".TrimEnd('/'))
        {
            Content = SandboxFixture.Json(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", page["token"]!.ToString()) },
        });

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isRight)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var seen = await look();
            if (isRight(seen))
                return seen;
            await Task.Delay(50, late.Token);
        }
    }
}
