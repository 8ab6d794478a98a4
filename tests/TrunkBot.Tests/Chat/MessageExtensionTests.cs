using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>The message extension of Teams: the same forms and rights from the box where people write, and cards that may be read by all who read the message.</summary>
public sealed class MessageExtensionTests : IAsyncLifetime
{
    private const string Room = "teams-room", Address = "https://trunkbot.example.com", OtherTenant = "90000000-0000-4000-8000-00000000aaaa";

    private Company _world = null!;

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new()
        {
            Settings =
            {
                ["PublicUrl"] = Address,
                ["Access:Tenants:0"] = "10000000-0000-4000-8000-00000000c0de",
                ["Access:Tenants:1"] = OtherTenant,
                ["Access:Roles:Admin:6"] = $"user:{OtherTenant}/{SandboxApp.Person("omar").ObjectId}",
            },
        });
        await _world.Omar.SaysAsync("/whoami");
        await _world.Ada.SaysAsync("/trunk approvals here", Room);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_trunk_is_asked_for_from_a_message_and_its_password_is_not_taken_along()
    {
        var mail = $"<p>Hi Riya,</p><table><tr><td>Name</td><td>voice agents</td></tr><tr><td>Termination URI</td><td>acme.pstn.twilio.com</td></tr>"
            + $"<tr><td>Numbers</td><td>+14155550100</td></tr><tr><td>Username</td><td>acme</td></tr><tr><td>Password</td><td>{Sample.Password}</td></tr></table>";
        var form = await OpenAsync("riya", mail);
        var filled = form.Prefilled();
        Assert.Equal(("voice agents", "acme.pstn.twilio.com", "+14155550100", "acme"), (filled["name"], filled["domain"], filled["numbers"], filled["username"]));
        Assert.DoesNotContain(Sample.Password, form.GetRawText(), StringComparison.Ordinal);

        var closed = await SubmitAsync("riya", form, ("direction", "outbound"), ("password", Sample.Password));
        Assert.Contains("Waiting for an approver", closed, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Equal(["submitted"], await _world.AuditAsync());
        Assert.Equal(RequestState.Pending, await _world.StateAsync());
        Assert.Contains("TR-1: SIP trunk", _world.Omar.Reads(Room), StringComparison.Ordinal);
    }

    /// <summary>Where the bot is no member it can say nothing, and Teams calls a chat of two people personal, too.</summary>
    [Theory]
    [InlineData("personal", "19:riya_mei@unq.gbl.spaces")]
    [InlineData("groupChat", "19:launch@thread.v2")]
    [InlineData("channel", "19:sales@thread.tacv2;messageid=1700000000000")]
    public async Task What_is_asked_for_in_a_chat_without_the_bot_goes_on_in_the_persons_own_chat(string kind, string place)
    {
        await _world.Riya.SaysAsync("hello");
        var there = AmongOthers(kind, place);
        var form = await OpenAsync("riya", "<p>Name: voice<br>Host: acme.pstn.twilio.com<br>Number: +14155550100<br>Username: acme</p>", there);
        Assert.Contains("Waiting for an approver", await SubmitAsync("riya", form, there, ("direction", "outbound"), ("password", Sample.Password)), StringComparison.Ordinal);
        Assert.Contains("Waiting for an approver", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Single(Results(await SearchAsync("riya", "TR-1", there)));

        await _world.Omar.SaysAsync("/trunk approve TR-1", Room);
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await _world.StateAsync());
        Assert.Contains("Created", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.DoesNotContain(_world.Sandbox.Channel.Calls, call => call.ConversationId?.StartsWith(place.Split(';')[0], StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Who_has_no_chat_with_the_bot_reads_how_to_open_one()
    {
        foreach (var (name, beside) in new[] { ("fetchTask", new JsonObject()), ("submitAction", new() { ["data"] = new JsonObject { ["verb"] = "trunk.submit", ["requestId"] = "TR-1" } }) })
        {
            beside["commandId"] = "newTrunk";
            Assert.Contains("say hello, and try again", (await AskAsync("riya", name, beside, AmongOthers("groupChat", "19:launch@thread.v2"))).GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_message_or_with_one_about_something_else_the_form_is_empty()
    {
        Assert.Contains("I found nothing about a trunk", Cards.Words(await OpenAsync("riya", "<p>Lunch at <b>noon</b>?</p>")), StringComparison.Ordinal);
        Assert.Empty((await OpenAsync("riya", null)).Prefilled()["name"]);
    }

    [Fact]
    public async Task The_extension_gives_nobody_a_right()
    {
        foreach (var (name, beside) in new[] { ("fetchTask", new JsonObject()), ("submitAction", new() { ["data"] = new JsonObject { ["verb"] = "trunk.submit", ["requestId"] = "TR-1" } }) })
        {
            beside["commandId"] = "newTrunk";
            Assert.Contains("You need the role Requester", (await AskAsync("eve", name, beside)).GetRawText(), StringComparison.Ordinal);
        }

        Assert.Contains("You need the role Requester", Sentence(await SearchAsync("eve", "TR-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_finds_what_this_person_may_see_and_says_of_it_what_all_may_read()
    {
        await _world.AskedAsync();
        foreach (var text in new[] { "", "tr-1", "VOICE", "acme.pstn" })
        {
            foreach (var person in new[] { "riya", "omar", "ada" })
            {
                var found = Assert.Single(Results(await SearchAsync(person, text)));
                Assert.Equal("TR-1 voice agents", found.GetProperty("preview").GetProperty("content").GetProperty("title").GetString());
                var card = found.GetProperty("content");
                Assert.Contains("Waiting for an approver", Cards.Words(card), StringComparison.Ordinal);
                Assert.Equal($"{Address}/r/TR-1", Assert.Single(Cards.Actions(card)).GetProperty("url").GetString());
                foreach (var hidden in new[] { "acme.pstn", "4155550100", "Riya", "requestId" })
                    Assert.DoesNotContain(hidden, card.GetRawText(), StringComparison.Ordinal);
            }
        }

        foreach (var text in new[] { "no such", "TR-2", "TR-99999999999999999999" })
            Assert.Contains("Nothing that you can see matches", Sentence(await SearchAsync("riya", text)), StringComparison.Ordinal);

        await _world.RestartAsync(("Access:Roles:Requester:5", "user:" + SandboxApp.Person("eve").ObjectId));
        foreach (var text in new[] { "", "TR-1", "voice" })
        {
            Assert.Contains("Nothing that you can see matches", Sentence(await SearchAsync("eve", text)), StringComparison.Ordinal);
            Assert.Contains("Nothing that you can see matches", Sentence(await SearchAsync("omar", text, OfAnotherTenant)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_is_put_into_no_message()
    {
        await _world.Riya.SaysAsync("/trunk new");
        Assert.Contains("Nothing that you can see matches", Sentence(await SearchAsync("riya", "")), StringComparison.Ordinal);
        Assert.Contains("Nothing that you can see matches", Sentence(await SearchAsync("riya", "TR-1")), StringComparison.Ordinal);
        Assert.Empty(Results(await LinkAsync("riya", $"{Address}/r/TR-1")));
    }

    [Fact]
    public async Task A_link_shows_who_may_see_it_its_card_and_everybody_else_the_same_nothing()
    {
        await _world.AskedAsync();
        foreach (var person in new[] { "riya", "omar" })
            Assert.Contains("TR-1 voice agents", Cards.Words(Assert.Single(Results(await LinkAsync(person, $"{Address}/r/TR-1"))).GetProperty("content")), StringComparison.Ordinal);

        var nothing = (await LinkAsync("eve", $"{Address}/r/TR-1")).GetRawText();
        Assert.Equal(nothing, (await LinkAsync("eve", $"{Address}/r/TR-2")).GetRawText());
        foreach (var url in new[] { "/r/TR-2", "/r/", "/r/TR-1/x", "/secret/x", ".evil.example/r/TR-1" })
            Assert.Equal(nothing, (await LinkAsync("riya", Address + url)).GetRawText());
        Assert.Equal(nothing, (await LinkAsync("riya", "https://elsewhere.example/r/TR-1")).GetRawText());
        Assert.Equal(nothing, (await LinkAsync("omar", $"{Address}/r/TR-1", OfAnotherTenant)).GetRawText());
    }

    [Fact]
    public async Task In_a_browser_every_link_is_the_same_page()
    {
        await _world.AskedAsync();
        using var browser = new HttpClient { BaseAddress = new Uri(_world.Bot.Configuration["Urls"]!) };
        var pages = new List<string>();
        foreach (var id in new[] { "TR-1", "TR-2", "%3Cb%3E" })
        {
            using var answer = await browser.GetAsync(new Uri($"/r/{id}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            pages.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Contains("Open it in Teams", Assert.Single(pages.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_bodies_get_an_answer_that_a_client_can_show()
    {
        string[] odd = ["null", "5", "[]", "{}", "\"odd\"", """{"commandId":5}""", """{"commandId":"noSuch"}""", """{"commandId":"newTrunk","messagePayload":[]}""",
            """{"commandId":"newTrunk","messagePayload":{"body":{"content":5}}}""", """{"commandId":"newTrunk","data":7}""", """{"commandId":"searchRequests","parameters":{}}""",
            """{"commandId":"searchRequests","parameters":[null,{"name":"text","value":{}}],"queryOptions":{"skip":-1,"count":"x"}}""", """{"url":5}""", """{"url":"::"}"""];
        foreach (var name in new[] { "fetchTask", "submitAction", "query", "queryLink" })
            foreach (var value in odd)
            {
                var answer = await AskAsync("riya", name, JsonNode.Parse(value));
                Assert.True(answer.TryGetProperty("task", out _) || answer.TryGetProperty("composeExtension", out _), $"{name} {value}: {answer}");
            }
    }

    private static Action<JsonObject> AmongOthers(string kind, string place) => activity =>
    {
        activity["conversation"]!["id"] = place;
        activity["conversation"]!["conversationType"] = kind;
        activity["conversation"]!["isGroup"] = kind is not "personal";
        if (kind is "channel")
            activity["channelData"]!["team"] = new JsonObject { ["id"] = "19:sales@thread.tacv2" };
    };

    private static void OfAnotherTenant(JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = OtherTenant;
        activity["channelData"]!["tenant"]!["id"] = OtherTenant;
    }

    private async Task<JsonElement> OpenAsync(string person, string? message, Action<JsonObject>? alter = null)
    {
        var asked = new JsonObject { ["commandId"] = "newTrunk", ["commandContext"] = message is null ? "compose" : "message" };
        if (message is not null)
            asked["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = message } };
        var task = (await AskAsync(person, "fetchTask", asked, alter)).GetProperty("task");
        return task.GetProperty("value").GetProperty("card").GetProperty("content");
    }

    private Task<string> SubmitAsync(string person, JsonElement form, params (string Id, string Value)[] inputs) => SubmitAsync(person, form, null, inputs);

    private async Task<string> SubmitAsync(string person, JsonElement form, Action<JsonObject>? alter, params (string Id, string Value)[] inputs)
    {
        var data = JsonNode.Parse(Cards.Actions(form).First(action => action.GetProperty("title").GetString() == "Submit").GetProperty("data").GetRawText())!.AsObject();
        foreach (var (id, value) in form.Prefilled().Select(field => (field.Key, field.Value)).Concat(inputs))
            data[id] = value;
        return (await AskAsync(person, "submitAction", new JsonObject { ["commandId"] = "newTrunk", ["data"] = data }, alter)).GetRawText();
    }

    private Task<JsonElement> SearchAsync(string person, string text, Action<JsonObject>? alter = null) => AskAsync(person, "query", new JsonObject
    {
        ["commandId"] = "searchRequests",
        ["parameters"] = new JsonArray(text.Length is 0
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "text", ["value"] = text }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    }, alter);

    private Task<JsonElement> LinkAsync(string person, string url, Action<JsonObject>? alter = null) => AskAsync(person, "queryLink", new JsonObject { ["url"] = url }, alter);

    private async Task<JsonElement> AskAsync(string person, string name, JsonNode? value, Action<JsonObject>? alter = null)
    {
        var answer = await _world.Sandbox.Channel.DeliverAsync(
            person, "personal", new() { ["type"] = "invoke", ["name"] = $"composeExtension/{name}", ["value"] = value }, "msteams", alter);
        Assert.Equal(200, answer.Status);
        return answer.Body!.Value;
    }

    private static IReadOnlyList<JsonElement> Results(JsonElement answer)
    {
        Assert.Equal("result", answer.GetProperty("composeExtension").GetProperty("type").GetString());
        return [.. answer.GetProperty("composeExtension").GetProperty("attachments").EnumerateArray()];
    }

    private static string Sentence(JsonElement answer)
    {
        Assert.Equal("message", answer.GetProperty("composeExtension").GetProperty("type").GetString());
        return answer.GetProperty("composeExtension").GetProperty("text").GetString()!;
    }
}
