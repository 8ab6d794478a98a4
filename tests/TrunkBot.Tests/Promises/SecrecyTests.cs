using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>The password is in the request that reaches VideoSDK, and nowhere else: while the request lives, and after it has ended.</summary>
public sealed class SecrecyTests
{
    private const string Password = "Zq7+Horse&\"Battery\"/42", Plain = "Kx9CanaryHorseBattery42";

    [Theory]
    [InlineData("msteams", Password)]
    [InlineData("webchat", Password)]
    [InlineData("msteams", Plain)]
    public async Task A_created_trunk_has_the_password_and_nothing_else_does(string channel, string password)
    {
        await using var watch = await Watch.StartAsync(password);
        var id = await SubmittedAsync(watch, channel);
        Assert.NotNull(await watch.World.RowOfAsync(id, request => request.ProtectedPassword));
        await watch.AssertCleanAsync("while it waits for an approver");

        await watch.HearAsync(watch.World.Omar.SaysAsync($"/trunk approve {id}"));
        await watch.World.RunDueJobsAsync();
        Assert.Equal(password, Assert.Single(watch.World.Sandbox.VideoSdk.Trunks).Password);
        await AssertGoneAsync(watch, id, RequestState.Created, channel);
    }

    [Fact]
    public async Task A_rejected_a_cancelled_and_an_expired_request_leave_nothing_of_it()
    {
        await using var watch = await Watch.StartAsync(Password);
        var world = watch.World;

        var rejected = await SubmittedAsync(watch);
        await watch.HearAsync(world.Mei.SaysAsync($"/trunk reject {rejected} not ours"));
        await AssertGoneAsync(watch, rejected, RequestState.Rejected);

        var cancelled = await SubmittedAsync(watch);
        await watch.HearAsync(world.Riya.ClicksAsync("Cancel request"));
        await AssertGoneAsync(watch, cancelled, RequestState.Cancelled);

        var approved = await SubmittedAsync(watch);
        await watch.HearAsync(world.Omar.SaysAsync($"/trunk approve {approved}"));
        await watch.HearAsync(world.Ada.SaysAsync($"/trunk cancel {approved}"));
        await AssertGoneAsync(watch, approved, RequestState.Cancelled);

        var expired = await SubmittedAsync(watch);
        await world.PassAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await AssertGoneAsync(watch, expired, RequestState.Expired);
        Assert.Equal(0, world.Posts());
    }

    [Fact]
    public async Task A_password_in_a_message_is_in_no_store_no_log_and_on_no_card()
    {
        await using var watch = await Watch.StartAsync(Plain);
        var riya = watch.World.Riya;
        await watch.HearAsync(riya.SaysAsync($"Trunk name: Acme voice\nSIP domain: acme.pstn.twilio.com\nUsername: acme\nPassword: {Plain}\nDID: +1 415 555 0100"));
        await watch.HearAsync(riya.SaysAsync($"my password is {Plain}"));
        await watch.HearAsync(riya.SaysAsync("/trunk new --chat"));
        await watch.HearAsync(riya.SaysAsync($"passwort: {Plain}"));
        await watch.HearAsync(watch.World.Eve.SaysAsync($"pw {Plain}"));
        await watch.AssertCleanAsync("after it was said");
    }

    [Fact]
    public async Task A_draft_that_is_started_over_and_one_that_expires_leave_nothing_of_it()
    {
        await using var watch = await Watch.StartAsync(Password);
        var draft = await FilledInWronglyAsync(watch);
        Assert.NotNull(await watch.World.RowOfAsync(draft, request => request.ProtectedPassword));
        await watch.AssertCleanAsync("while the form has findings");
        await watch.HearAsync(watch.World.Riya.ClicksAsync("Start over"));
        await AssertGoneAsync(watch, draft, RequestState.Cancelled);

        var old = await FilledInWronglyAsync(watch);
        await watch.World.PassAsync(TimeSpan.FromHours(26), TimeSpan.FromHours(1));
        await AssertGoneAsync(watch, old, RequestState.Expired);
    }

    [Theory]
    [InlineData(400, null)]
    [InlineData(429, 4000)]
    public async Task A_failure_in_which_VideoSDK_repeats_the_password_does_not_pass_it_on(int status, int? retryAfter)
    {
        await using var watch = await Watch.StartAsync(Password);
        var id = await SubmittedAsync(watch);
        watch.World.Sandbox.VideoSdk.Faults.Add(new Fault { Status = status, RetryAfter = retryAfter, Message = Echo(Password) });
        await watch.HearAsync(watch.World.Omar.SaysAsync($"/trunk approve {id}"));
        await ForgettingAsync(watch.World.RunDueJobsAsync);
        await watch.AssertCleanAsync("while it is tried");
        await watch.HearAsync(watch.World.Riya.SaysAsync($"/trunk show {id}"));
        await watch.World.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(1, watch.World.Posts());
        Assert.Contains("•••", watch.World.Riya.Reads(), StringComparison.Ordinal);
        await AssertGoneAsync(watch, id, RequestState.Failed);
    }

    [Theory]
    [InlineData("in base 64")]
    [InlineData("as a login")]
    [InlineData("in hexadecimal")]
    [InlineData("for an address")]
    [InlineData("in JSON in JSON")]
    [InlineData("in upper case")]
    [InlineData("in pieces")]
    public async Task Words_in_which_VideoSDK_hides_the_password_are_dropped_whole(string how)
    {
        await using var watch = await Watch.StartAsync(Password);
        var id = await SubmittedAsync(watch);
        var bytes = Encoding.UTF8.GetBytes(Password);
        var hidden = how switch
        {
            "in base 64" => Convert.ToBase64String(bytes),
            "as a login" => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"acme:{Password}"))}",
            "in hexadecimal" => Convert.ToHexString(bytes),
            "for an address" => string.Concat(bytes.Select(one => $"%{one:x2}")),
            "in JSON in JSON" => JsonSerializer.Serialize(JsonSerializer.Serialize(new { password = string.Concat(Password.Select(letter => $"\\u{(int)letter:x4}")) })),
            "in upper case" => Password.ToUpperInvariant(),
            _ => string.Join('\u200b', Password.ToCharArray()),
        };
        watch.World.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 400, Message = $"Not these credentials: {hidden} at all" });
        await watch.HearAsync(watch.World.Omar.SaysAsync($"/trunk approve {id}"));
        await ForgettingAsync(watch.World.RunDueJobsAsync);

        Assert.Contains("its words repeated a secret", watch.World.Riya.Reads(), StringComparison.Ordinal);
        foreach (var place in watch.World.Log.Lines.Append(watch.World.Riya.Reads()).Append(watch.World.Omar.Reads("room")).Append((await watch.World.RowOfAsync(id, request => request.Problem))!.Value.Kept))
        {
            Assert.DoesNotContain("Not these credentials", place, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, place, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("garbage")]
    [InlineData("no-trunk-id")]
    [InlineData("drop-after")]
    public async Task While_nobody_knows_the_outcome_it_is_kept_under_lock_and_then_forgotten(string kind)
    {
        await using var watch = await Watch.StartAsync(Password);
        var id = await SubmittedAsync(watch);
        watch.World.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = kind, Status = 500, Message = Echo(Password) });
        await watch.HearAsync(watch.World.Omar.SaysAsync($"/trunk approve {id}"));
        await ForgettingAsync(watch.World.RunDueJobsAsync);
        Assert.Equal(RequestState.OutcomeUnknown, await watch.World.StateOfAsync(id));
        Assert.NotNull(await watch.World.RowOfAsync(id, request => request.ProtectedPassword));
        await watch.AssertCleanAsync("while nobody knows");

        await watch.World.PassAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await AssertGoneAsync(watch, id, RequestState.OutcomeUnknown);

        await watch.HearAsync(watch.World.Ada.SaysAsync($"/trunk resend {id}"));
        await watch.HearAsync(watch.World.Ada.ClicksAsync("Send again", inputs: ("password", "Not-the-approved-1")));
        Assert.Equal(RequestState.OutcomeUnknown, await watch.World.StateOfAsync(id));
        await watch.HearAsync(watch.World.Ada.ClicksAsync("Send again", inputs: ("password", Password)));
        await watch.World.RunDueJobsAsync();
        Assert.Equal(Password, watch.World.Sandbox.VideoSdk.Trunks[^1].Password);
        await AssertGoneAsync(watch, id, RequestState.Created);
    }

    [Fact]
    public async Task An_adopted_trunk_is_compared_with_it_and_shows_nothing_of_it()
    {
        await using var watch = await Watch.StartAsync(Password);
        var id = await SubmittedAsync(watch);
        watch.World.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await watch.HearAsync(watch.World.Omar.SaysAsync($"/trunk approve {id}"));
        await watch.World.RunDueJobsAsync();
        var trunk = Assert.Single(watch.World.Sandbox.VideoSdk.Trunks).TrunkId;

        await watch.HearAsync(watch.World.Ada.SaysAsync($"/trunk adopt {id} {trunk}"));
        await watch.World.RunDueJobsAsync();
        await watch.HearAsync(watch.World.Riya.SaysAsync($"/trunk show {trunk}"));
        await AssertGoneAsync(watch, id, RequestState.Created);
        Assert.Equal(1, watch.World.Posts());
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task A_turn_that_breaks_says_and_keeps_nothing_of_it(string channel)
    {
        await using var watch = await Watch.StartAsync(Password);
        var riya = watch.World.Riya.On(channel);
        await watch.HearAsync(riya.SaysAsync("/trunk new"));
        var id = riya.RequestOn("Submit");
        await SqlAsync(watch.World, """ALTER TABLE "Approvals" RENAME TO "Elsewhere" """);
        var broken = await watch.HearAsync(riya.ClicksAsync("Submit", inputs: watch.Form));
        await SqlAsync(watch.World, """ALTER TABLE "Elsewhere" RENAME TO "Approvals" """);

        Assert.Contains("Something went wrong on my side", broken.Text, StringComparison.Ordinal);
        Assert.Contains(watch.World.Log.Lines, line => line.Contains("turn failed", StringComparison.Ordinal));
        Assert.Equal(RequestState.Draft, await watch.World.StateOfAsync(id));
        await AssertGoneAsync(watch, id, RequestState.Draft, channel);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_or_understood_leaves_nothing_of_it()
    {
        await using var watch = await Watch.StartAsync(Password);
        var (channel, riya) = (watch.World.Sandbox.Channel, watch.World.Riya);
        using var http = new HttpClient();
        foreach (var body in new[] { "{\"type\":\"message\",\"value\":{\"password\":" + JsonValue.Create(Password).ToJsonString(), Password, $"\"{Plain}\"" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, watch.World.Sandbox.BotEndpoint)
            {
                Headers = { Authorization = new("Bearer", channel.SignToken()) },
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            using var answer = await http.SendAsync(request);
            Assert.Equal((400, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }

        foreach (var verb in new[] { "no.such.verb", "trunk.submit", "request.approve", "trunk.new" })
        {
            var data = new JsonObject { ["verb"] = verb, ["requestId"] = Password, ["password"] = Password, ["name"] = new JsonArray(Password) };
            foreach (var click in new[] { Talker.Invoke(data.DeepClone().AsObject(), null), Talker.Submit(data) })
                Assert.Equal(200, (await channel.DeliverAsync(riya.Key, "personal", click)).Status);
        }

        await watch.World.RunDueJobsAsync();
        await watch.AssertCleanAsync("after nonsense");
    }

    [Theory]
    [InlineData("/trunk new --password {0}")]
    [InlineData("/trunk new --name voice --password={0} --nonsense")]
    [InlineData("/trunk new --passwd {0}")]
    [InlineData("/trunk new --passwd={0}")]
    [InlineData("/trunk new --secret {0} --password {0}")]
    [InlineData("/trunk new --pwd {0} {0}")]
    public async Task Typed_as_an_option_it_is_not_used_repeated_or_kept(string line)
    {
        await using var watch = await Watch.StartAsync(Plain);
        var heard = await watch.HearAsync(watch.World.Riya.SaysAsync(string.Format(null, line, Plain)));
        Assert.Contains("password", heard.Text, StringComparison.OrdinalIgnoreCase);
        await watch.World.PassAsync(TimeSpan.FromMinutes(1));
        await watch.AssertCleanAsync("after it was typed");
    }

    [Fact]
    public async Task Typed_where_the_masked_field_is_meant_it_is_not_used_repeated_or_kept()
    {
        await using var watch = await Watch.StartAsync(Plain);
        var riya = watch.World.Riya;
        foreach (var line in new[] { "/trunk new --chat", "voice agents", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme" })
            await watch.HearAsync(riya.SaysAsync(line));
        Assert.NotNull(riya.CardWith("Submit"));
        var heard = await watch.HearAsync(riya.SaysAsync(Plain));
        Assert.Contains("That looks like a password. I didn't save it", heard.Text, StringComparison.Ordinal);
        await watch.World.PassAsync(TimeSpan.FromMinutes(1));
        await watch.AssertCleanAsync("after it was typed");
    }

    private static string Echo(string password) => $"\"auth.password\" with value {password} is not allowed, {Uri.EscapeDataString(password)} neither";

    private static async Task<string> SubmittedAsync(Watch watch, string channel = "msteams")
    {
        var riya = watch.World.Riya.On(channel);
        await watch.HearAsync(riya.SaysAsync("/trunk new"));
        var id = riya.RequestOn("Submit");
        await watch.HearAsync(riya.ClicksAsync("Submit", inputs: watch.Form));
        await watch.World.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(RequestState.Pending, await watch.World.StateOfAsync(id));
        return id;
    }

    private static async Task<string> FilledInWronglyAsync(Watch watch)
    {
        await watch.HearAsync(watch.World.Riya.SaysAsync("/trunk new"));
        var id = watch.World.Riya.RequestOn("Submit");
        var heard = await watch.HearAsync(watch.World.Riya.ClicksAsync("Submit", inputs: [.. watch.Form, ("domain", "not a host"), ("name", "")]));
        Assert.NotNull(heard.Card);
        return id;
    }

    private static async Task AssertGoneAsync(Watch watch, string id, RequestState state, string channel = "msteams")
    {
        await watch.World.PassAsync(TimeSpan.FromMinutes(1));
        await watch.HearAsync(watch.World.Riya.On(channel).SaysAsync($"/trunk show {id}"));
        Assert.Equal(state, await watch.World.StateOfAsync(id));
        Assert.Null(await watch.World.RowOfAsync(id, request => request.ProtectedPassword));
        await watch.AssertCleanAsync($"after {id} is {state}");
    }

    /// <summary>Known secrets are held by nothing but those who use them: here every other is forgotten as soon as possible.</summary>
    private static async Task ForgettingAsync(Func<Task> work)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var done = Task.Run(work);
        for (var (last, took) = (0L, TimeSpan.Zero); !done.IsCompleted; await Task.WhenAny(done, pace.WaitForNextTickAsync().AsTask()))
        {
            // A whole collection stops every other test in this process, the longer the more of them there are: one tenth of the time is enough.
            // What is young is forgotten at each tick.
            if (last != 0 && Stopwatch.GetElapsedTime(last) < 10 * took)
            {
                GC.Collect(1);
                continue;
            }

            var began = Stopwatch.GetTimestamp();
            GC.Collect();
            (last, took) = (Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(began));
        }

        await done;
    }

    private static Task<int> SqlAsync(Company world, string statement) => world.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statement));
}
