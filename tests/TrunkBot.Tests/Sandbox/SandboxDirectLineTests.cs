using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox;

namespace TrunkBot.Tests.Sandbox;

public sealed class SandboxDirectLineTests : IAsyncLifetime
{
    private readonly SandboxFixture world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_page_opens_a_conversation_and_the_bot_is_told_once()
    {
        await StartAsync("riya", "personal");
        await StartAsync("riya", "personal");
        var (activity, _) = await world.Bot.NextAsync();
        Assert.Equal("conversationUpdate", activity["type"]!.ToString());
        Assert.Equal(2, activity["membersAdded"]!.AsArray().Count);

        await StartAsync("mei", "personal");
        Assert.Equal(SandboxApp.Person("mei").ObjectId, (await world.Bot.NextAsync()).Activity["from"]!["aadObjectId"]!.ToString());
        Assert.False(world.Bot.HasHeardMore);
    }

    [Fact]
    public async Task What_a_client_says_of_itself_is_thrown_away()
    {
        var page = await StartAsync("eve", "room");
        await world.Bot.NextAsync();
        var said = Message("let me in");
        said["from"] = new JsonObject { ["id"] = "user-ada", ["aadObjectId"] = SandboxApp.Person("ada").ObjectId, ["role"] = "admin" };
        said["conversation"] = new JsonObject { ["id"] = "chat-ada" };
        said["id"] = "1";
        said["channelId"] = "msteams";
        said["serviceUrl"] = "https://evil.example/";
        said["channelData"]!["tenant"] = new JsonObject { ["id"] = "other" };
        Assert.Equal(HttpStatusCode.OK, (await SayAsync(page, said)).StatusCode);

        var (heard, _) = await world.Bot.NextAsync();
        Assert.Equal(SandboxApp.Person("eve").ObjectId, heard["from"]!["aadObjectId"]!.ToString());
        Assert.Equal("user", heard["from"]!["role"]!.ToString());
        Assert.Equal("approvals-room", heard["conversation"]!["id"]!.ToString());
        Assert.True(heard["conversation"]!["isGroup"]!.GetValue<bool>());
        Assert.Equal(world.Settings["MicrosoftAppTenantId"], heard["channelData"]!["tenant"]!["id"]!.ToString());
        Assert.Equal("webchat", heard["channelId"]!.ToString());
        Assert.Equal(world.Sandbox.Channel.ServiceUrl, heard["serviceUrl"]!.ToString());
        Assert.NotEqual("1", heard["id"]!.ToString());
    }

    [Fact]
    public async Task In_the_room_everybody_sees_what_one_says_and_the_speaker_knows_it_again()
    {
        var (omar, mei) = (await StartAsync("omar", "room"), await StartAsync("mei", "room"));
        using var omarSees = await OpenAsync(omar);
        using var meiSees = await OpenAsync(mei);
        var id = (await SandboxFixture.ReadAsync(await SayAsync(omar, Message("hello room"))))["id"]!.ToString();

        foreach (var socket in (ClientWebSocket[])[omarSees, meiSees])
        {
            var seen = (await NextFrameAsync(socket))["activities"]![0]!;
            Assert.Equal(id, seen["id"]!.ToString());
            Assert.Equal("mine-1", seen["channelData"]!["clientActivityID"]!.ToString());
            Assert.Equal("user-omar", seen["from"]!["id"]!.ToString());
            Assert.Null(seen["from"]!["role"]);
        }
    }

    [Fact]
    public async Task What_is_filled_into_a_card_reaches_the_bot_and_nobody_else()
    {
        var page = await StartAsync("riya", "room");
        await world.Bot.NextAsync();
        using var socket = await OpenAsync(page);
        var click = Message("");
        click.Remove("text");
        click["value"] = new JsonObject { ["verb"] = "trunk.submit", ["password"] = "canary" };
        click["channelData"]!["postBack"] = true;
        await SayAsync(page, click);
        Assert.Equal("canary", (await world.Bot.NextAsync()).Activity["value"]!["password"]!.ToString());
        var seen = await NextFrameAsync(socket);
        Assert.Equal("mine-1", seen["activities"]![0]!["channelData"]!["clientActivityID"]!.ToString());
        Assert.DoesNotContain("canary", seen.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_starts_with_what_was_missed_and_goes_on_from_a_watermark()
    {
        await SendAsync("chat-riya", Message("older than the page"));
        var page = await StartAsync("riya", "personal");
        using var first = await OpenAsync(page);
        var frame = await NextFrameAsync(first);
        Assert.Equal("older than the page", frame["activities"]![0]!["text"]!.ToString());
        Assert.Equal("bot", frame["activities"]![0]!["from"]!["role"]!.ToString());
        first.Abort();

        await SendAsync("chat-riya", Message("while it was away"));
        using var request = With(page, HttpMethod.Get, $"/conversations/chat-riya?watermark={frame["watermark"]}");
        using var second = await OpenAsync(await SandboxFixture.ReadAsync(await world.Client.SendAsync(request)));
        var missed = await NextFrameAsync(second);
        Assert.Equal("while it was away", Assert.Single(missed["activities"]!.AsArray())!["text"]!.ToString());
    }

    [Fact]
    public async Task Of_a_long_conversation_the_last_messages_come_at_once_and_those_before_when_asked_for()
    {
        foreach (var number in Enumerable.Range(1, 45))
            await SendAsync("chat-riya", Message($"message {number}"));
        var page = await OrderAsync("riya", "personal");
        Assert.Equal(25, page["earlier"]!.GetValue<int>());

        using var resume = With(page, HttpMethod.Get, $"/conversations/chat-riya?watermark={page["watermark"]}");
        using var socket = await OpenAsync(await SandboxFixture.ReadAsync(await world.Client.SendAsync(resume)));
        Assert.Equal(Messages(26, 45), Texts(await NextFrameAsync(socket)));

        var earlier = await EarlierAsync(page, page["watermark"]!.ToString());
        Assert.Equal(Messages(6, 25), Texts(earlier));
        var first = await EarlierAsync(page, earlier["watermark"]!.ToString());
        Assert.Equal(Messages(1, 5), Texts(first));
        Assert.Equal("0", first["watermark"]!.ToString());
    }

    [Fact]
    public async Task A_short_conversation_comes_whole()
    {
        await SendAsync("chat-riya", Message("message 1"));
        var page = await OrderAsync("riya", "personal");
        Assert.Equal((0, "0"), (page["earlier"]!.GetValue<int>(), page["watermark"]!.ToString()));
    }

    [Fact]
    public async Task Typing_is_seen_but_not_kept()
    {
        var page = await StartAsync("riya", "personal");
        using var socket = await OpenAsync(page);
        await SendAsync("chat-riya", new JsonObject { ["type"] = "typing" });
        Assert.Equal("typing", (await NextFrameAsync(socket))["activities"]![0]!["type"]!.ToString());
        using var request = With(page, HttpMethod.Get, "/conversations/chat-riya/activities?watermark=");
        Assert.Empty((await SandboxFixture.ReadAsync(await world.Client.SendAsync(request)))["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        var page = await StartAsync("riya", "personal");
        using var other = With(page, HttpMethod.Get, "/conversations/chat-omar/activities");
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Client.SendAsync(other)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Client.GetAsync("directline/conversations/chat-riya")).StatusCode);
        using var refresh = With(page, HttpMethod.Post, "/tokens/refresh");
        Assert.Equal("chat-riya", (await SandboxFixture.ReadAsync(await world.Client.SendAsync(refresh)))["conversationId"]!.ToString());
    }

    [Fact]
    public async Task When_the_bot_fails_the_page_says_so()
    {
        world.Bot.Status = 500;
        var page = await StartAsync("riya", "personal");
        using var socket = await OpenAsync(page);
        Assert.Equal(HttpStatusCode.BadGateway, (await SayAsync(page, Message("anybody?"))).StatusCode);
        using var request = With(page, HttpMethod.Get, "/conversations/chat-riya/activities");
        var seen = await SandboxFixture.ReadAsync(await world.Client.SendAsync(request));
        Assert.Contains(seen["activities"]!.AsArray(), activity => activity!["text"]!.ToString() == "The bot answered 500.");
    }

    private async Task<JsonObject> StartAsync(string person, string where)
    {
        var issued = await OrderAsync(person, where);
        using var request = With(issued, HttpMethod.Post, "/conversations", new JsonObject { ["user"] = new JsonObject { ["id"] = "user-ada" } });
        return await SandboxFixture.ReadAsync(await world.Client.SendAsync(request));
    }

    private async Task<JsonObject> OrderAsync(string person, string where)
    {
        var order = new JsonObject { ["person"] = person, ["where"] = where };
        return await SandboxFixture.ReadAsync(await world.Client.PostAsync("sandbox/tokens", SandboxFixture.Json(order)));
    }

    private async Task<JsonObject> EarlierAsync(JsonObject page, string before)
    {
        using var request = With(page, HttpMethod.Get, $"/conversations/chat-riya/earlier?before={before}");
        return await SandboxFixture.ReadAsync(await world.Client.SendAsync(request));
    }

    private static string[] Messages(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(number => $"message {number}")];

    private static string[] Texts(JsonObject frame) => [.. frame["activities"]!.AsArray().Select(activity => activity!["text"]!.ToString())];

    private async Task<HttpResponseMessage> SayAsync(JsonObject page, JsonObject activity)
    {
        using var request = With(page, HttpMethod.Post, $"/conversations/{page["conversationId"]}/activities", activity);
        return await world.Client.SendAsync(request);
    }

    private Task<HttpResponseMessage> SendAsync(string conversationId, JsonObject activity) =>
        world.ConnectAsync(HttpMethod.Post, $"conversations/{conversationId}/activities", activity);

    private static HttpRequestMessage With(JsonObject page, HttpMethod method, string path, JsonObject? body = null) =>
        new(method, "directline" + path)
        {
            Content = SandboxFixture.Json(body),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", page["token"]!.ToString()) },
        };

    private static async Task<ClientWebSocket> OpenAsync(JsonObject page)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(page["streamUrl"]!.ToString()), CancellationToken.None);
        return socket;
    }

    private static async Task<JsonObject> NextFrameAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var frame = await socket.ReceiveAsync(buffer, limit.Token);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, frame.Count))!.AsObject();
    }

    private static JsonObject Message(string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["channelData"] = new JsonObject { ["clientActivityID"] = "mine-1" },
    };
}
