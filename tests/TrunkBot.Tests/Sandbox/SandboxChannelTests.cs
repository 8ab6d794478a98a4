using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Tests.Sandbox;

public sealed class SandboxChannelTests(SandboxFixture world) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task What_a_person_says_arrives_complete_and_signed_with_a_published_key()
    {
        var delivery = await world.Sandbox.Channel.SayAsync("riya", "personal", "hello");
        var (activity, authorization) = await world.Bot.NextAsync();

        Assert.Equal(200, delivery.Status);
        Assert.Equal(activity["id"]!.ToString(), delivery.ActivityId);
        Assert.Equal("msteams", activity["channelId"]!.ToString());
        Assert.Equal(SandboxApp.Person("riya").ObjectId, activity["from"]!["aadObjectId"]!.ToString());
        Assert.Equal(world.Settings["MicrosoftAppTenantId"], activity["channelData"]!["tenant"]!["id"]!.ToString());
        var claims = await ReadTokenAsync(authorization["Bearer ".Length..]);
        Assert.Equal(activity["serviceUrl"]!.ToString(), claims["serviceurl"]);
    }

    [Fact]
    public async Task A_message_in_a_team_channel_stands_in_a_thread_and_an_answer_in_the_same()
    {
        await world.Sandbox.Channel.SayAsync("ada", "teams-room", "hello");
        var (activity, _) = await world.Bot.NextAsync();
        var thread = activity["conversation"]!["id"]!.ToString();
        Assert.EndsWith(";messageid=" + activity["id"], thread, StringComparison.Ordinal);

        var sent = await world.ConnectAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(thread)}/activities", Message("hi"));
        var click = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = (await SandboxFixture.ReadAsync(sent))["id"]!.ToString(),
        };
        await world.Sandbox.Channel.DeliverAsync("omar", "teams-room", click);
        Assert.Equal(thread, (await world.Bot.NextAsync()).Activity["conversation"]!["id"]!.ToString());
    }

    [Fact]
    public async Task The_connector_takes_only_its_own_token()
    {
        var path = new Uri(world.Sandbox.Address, "connector/v3/conversations/approvals-room/activities");
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Client.PostAsync(path, SandboxFixture.Json(Message("no")))).StatusCode);
        Assert.Contains(world.Sandbox.Channel.Calls, call => call is { Authorized: false, Status: 401 });
        Assert.DoesNotContain(world.Sandbox.Channel.Sent, sent => sent.Text == "no");
    }

    [Fact]
    public async Task The_bot_sends_updates_and_deletes_and_each_is_recorded()
    {
        var place = "conversations/" + Uri.EscapeDataString(world.Sandbox.Channel.ConversationId("group")) + "/activities";
        var id = (await SandboxFixture.ReadAsync(await world.ConnectAsync(HttpMethod.Post, place, Message("one"))))["id"]!.ToString();
        Assert.Equal(HttpStatusCode.OK, (await world.ConnectAsync(HttpMethod.Put, $"{place}/{id}", Message("two"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.ConnectAsync(HttpMethod.Delete, $"{place}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.ConnectAsync(HttpMethod.Put, $"{place}/{id}", Message("three"))).StatusCode);
        Assert.Equal(["send", "update", "delete"], world.Sandbox.Channel.Sent.Where(sent => sent.ActivityId == id).Select(sent => sent.Operation));
    }

    [Fact]
    public async Task Conversations_are_created_as_teams_creates_them()
    {
        var personal = new JsonObject
        {
            ["isGroup"] = false,
            ["tenantId"] = world.Settings["MicrosoftAppTenantId"],
            ["members"] = new JsonArray(new JsonObject { ["id"] = SandboxApp.Person("mei").TeamsId }),
        };
        var created = await SandboxFixture.ReadAsync(await world.ConnectAsync(HttpMethod.Post, "conversations", personal));
        Assert.Equal(world.Sandbox.Channel.ConversationId("personal", "mei"), created["id"]!.ToString());

        var channel = world.Sandbox.Channel.ConversationId("teams-room");
        var thread = new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } },
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await world.ConnectAsync(HttpMethod.Post, "conversations", thread)).StatusCode);
        thread["activity"] = Message("a new thread");
        var posted = await SandboxFixture.ReadAsync(await world.ConnectAsync(HttpMethod.Post, "conversations", thread));
        Assert.Equal($"{channel};messageid={posted["activityId"]}", posted["id"]!.ToString());
        Assert.Contains(world.Sandbox.Channel.Sent, sent => sent.Text == "a new thread" && sent.ConversationId == channel);
    }

    [Fact]
    public async Task A_member_is_found_by_each_of_the_persons_ids_and_nobody_else_is()
    {
        var place = "conversations/" + Uri.EscapeDataString(world.Sandbox.Channel.ConversationId("teams-room"));
        var omar = SandboxApp.Person("omar");
        foreach (var id in (string[])[omar.TeamsId, omar.ObjectId, omar.SignInName])
            Assert.Equal(omar.ObjectId, (await SandboxFixture.ReadAsync(
                await world.ConnectAsync(HttpMethod.Get, $"{place}/members/{Uri.EscapeDataString(id)}")))["aadObjectId"]!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await world.ConnectAsync(HttpMethod.Get, place + "/members/29:nobody")).StatusCode);
        var paged = await SandboxFixture.ReadAsync(await world.ConnectAsync(HttpMethod.Get, place + "/pagedmembers"));
        Assert.Equal(5, paged["members"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("before", false)]
    [InlineData("after", true)]
    public async Task A_connector_fault_comes_before_or_after_the_act(string when, bool acted)
    {
        world.Sandbox.Channel.Faults.Add(new Fault { Status = 429, RetryAfter = 3, When = when });
        var answer = await world.ConnectAsync(HttpMethod.Post, "conversations/approvals-room/activities", Message("fault " + when));
        Assert.Equal(TimeSpan.FromSeconds(3), answer.Headers.RetryAfter!.Delta);
        Assert.Equal(acted, world.Sandbox.Channel.Sent.Any(sent => sent.Text == "fault " + when));
    }

    [Fact]
    public async Task Where_it_is_strict_the_eighth_message_of_a_second_is_refused_with_a_time_and_counted()
    {
        Task<HttpResponseMessage> SayAsync(string thread) =>
            world.ConnectAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(world.Sandbox.Channel.ConversationId("teams-other") + thread)}/activities", Message("quick"));
        async Task StrictAsync(bool strict) => Assert.Equal(strict, (bool)(await SandboxFixture.ReadAsync(
            await world.Client.PutAsync(new Uri($"sandbox/connector/throttle?strict={strict}", UriKind.Relative), null)))["strict"]!);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        (world.Sandbox.Clock, var real) = (clock, world.Sandbox.Clock);
        await StrictAsync(true);
        for (var message = 0; message < 7; message++)
            Assert.Equal(HttpStatusCode.Created, (await SayAsync($";messageid={message % 2}")).StatusCode);
        var refused = await SayAsync("");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Created, (await SayAsync("")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SayAsync("")).StatusCode);
        Assert.Equal(2, world.Sandbox.Channel.Throttle.Refused);
        await StrictAsync(false);
        world.Sandbox.Clock = real;
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_as_the_public_login_refuses_it()
    {
        var answer = await world.LogInAsync(form => form["client_secret"] = "guess");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("AADSTS7000215", (await SandboxFixture.ReadAsync(answer))["error_description"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(world.Sandbox.Login.Requests, request => request.Status == 401);
    }

    [Fact]
    public async Task A_token_can_be_forged_in_every_part()
    {
        var token = world.Sandbox.Channel.SignToken(right => right with { Issuer = "https://evil.example", Audience = null, Signing = null });
        var read = new JsonWebToken(token);
        Assert.Equal("none", read.Alg);
        Assert.Equal("https://evil.example", read.Issuer);
        Assert.Empty(read.Audiences);

        var before = world.Sandbox.Channel.KeyFetches;
        world.Sandbox.Channel.RotateKey();
        await ReadTokenAsync(world.Sandbox.Channel.SignToken());
        Assert.Equal(before + 1, world.Sandbox.Channel.KeyFetches);
    }

    [Fact]
    public async Task Somebody_with_curl_can_deliver_and_see_what_was_sent()
    {
        var order = new JsonObject
        {
            ["person"] = "eve",
            ["conversation"] = "teams-other",
            ["mention"] = true,
            ["activity"] = new JsonObject { ["text"] = "help" },
        };
        var answer = await SandboxFixture.ReadAsync(await world.Client.PostAsync("sandbox/deliver", SandboxFixture.Json(order)));
        Assert.Equal(200, answer["status"]!.GetValue<int>());
        Assert.Equal("<at>TrunkBot</at> help", (await world.Bot.NextAsync()).Activity["text"]!.ToString());

        await world.ConnectAsync(HttpMethod.Post, "conversations/approvals-room/activities", Message("seen in the room"));
        Assert.Contains("seen in the room", await world.Client.GetStringAsync("sandbox/activities?conversation=room"), StringComparison.Ordinal);
    }

    private static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    private async Task<IDictionary<string, object>> ReadTokenAsync(string token)
    {
        var metadata = JsonNode.Parse(await world.Client.GetStringAsync(world.Settings["ToBotFromChannelOpenIdMetadataUrl"]))!;
        var keys = new JsonWebKeySet(await world.Client.GetStringAsync(metadata["jwks_uri"]!.ToString()));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidIssuer = world.Settings["ToBotFromChannelTokenIssuer"],
            ValidAudience = world.Settings["MicrosoftAppId"],
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return result.Claims;
    }
}
