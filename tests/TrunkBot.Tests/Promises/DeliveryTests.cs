using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>When the connector fails: what was done stays done, prompts arrive at most once, outcomes at least once.</summary>
public abstract class DeliveryTests(string backEnd) : IAsyncLifetime
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { IsPaced = true, BackEnd = backEnd });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private SandboxChannel Channel => _world.Sandbox.Channel;

    public static TheoryData<string, Fault> Lost => new()
    {
        { "500", new Fault { Status = 500 } },
        { "502", new Fault { Status = 502 } },
        { "503 with a time", new Fault { Status = 503, RetryAfter = 5 } },
        { "504 after it was shown", new Fault { Status = 504, When = "after" } },
        { "a broken connection", new Fault { Kind = "drop" } },
        { "a connection that broke after it was shown", new Fault { Kind = "drop", When = "after" } },
    };

    [Theory, MemberData(nameof(Lost))]
    public async Task An_answer_that_was_lost_is_repeated_within_seconds_and_its_turn_stays_done(string what, Fault fault)
    {
        Channel.Faults.Add(fault);
        var heard = await _world.Riya.SaysAsync("/trunk new --name voice");
        Assert.Equal(200, heard.Delivery.Status);
        await _world.PassAsync(TimeSpan.FromSeconds(fault.RetryAfter ?? 1), TimeSpan.FromMilliseconds(250));
        Assert.True(Sends().Count() == 2, $"After {what} the answer was sent {Sends().Count()} times.");
        await _world.PassAsync(TimeSpan.FromMinutes(30), s_minute);

        Assert.Equal(2, Sends().Count());
        Assert.InRange(_world.Riya.Sees().Count, 1, 2);
        var draft = await _world.StoredAsync(db => db.Requests.AsNoTracking().SingleAsync());
        Assert.Equal((RequestState.Draft, "voice"), (draft.State, draft.Fields.Name));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(0)]
    public async Task An_answer_that_is_never_taken_is_repeated_for_some_seconds_and_then_let_go(int status)
    {
        Channel.Faults.Add(status == 0 ? new Fault { Kind = "drop", Times = 100 } : new Fault { Status = status, Times = 100 });
        Assert.Equal(200, (await _world.Riya.SaysAsync("/whoami")).Delivery.Status);
        await _world.PassAsync(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(250));
        Assert.Equal(4, Sends().Count());
        await _world.PassAsync(TimeSpan.FromHours(1), s_minute);
        Assert.Equal(4, Sends().Count());
        Assert.False(await _world.StoredAsync(db => db.Jobs.AnyAsync(job => job.Kind == SendActivity.Kind && job.State != JobState.Done)));
        Channel.Faults.Clear();
        Assert.Single((await _world.Riya.SaysAsync("/whoami")).Sent);
    }

    [Fact]
    public async Task What_a_turn_says_keeps_its_order_when_the_channel_stumbles()
    {
        Channel.Faults.Add(new Fault { Status = 503 });
        await _world.Riya.SaysAsync("/trunk new --name voice --dry-run");
        Assert.Empty(_world.Riya.Sees());
        await _world.PassAsync(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(250));
        Assert.True(_world.Riya.Sees().Count > 1);
        Assert.StartsWith("Dry run", _world.Riya.Sees()[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, 20)]
    [InlineData(412, null)]
    public async Task A_prompt_that_was_refused_for_now_is_sent_once_when_its_time_has_come(int status, int? retryAfter)
    {
        Channel.Faults.Add(new Fault { Status = status, RetryAfter = retryAfter });
        Assert.Equal(200, (await _world.Riya.SaysAsync("/trunk new")).Delivery.Status);
        await _world.PassAsync(TimeSpan.FromSeconds((retryAfter ?? 1) - 0.5));
        Assert.Single(Sends());
        await _world.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5));
        Assert.Equal(2, Sends().Count());
        Assert.Single(_world.Riya.Sees());
    }

    [Fact]
    public async Task A_token_that_is_no_longer_taken_is_renewed_once_and_nobody_notices()
    {
        await _world.Riya.SaysAsync("/help");
        var tokens = _world.Sandbox.Login.Requests.Count;
        Channel.Faults.Add(new Fault { Status = 401 });
        var heard = await _world.Riya.SaysAsync("/trunk new");
        Assert.Single(heard.Sent);
        Assert.Equal(tokens + 1, _world.Sandbox.Login.Requests.Count);

        Channel.Faults.Add(new Fault { Status = 401, Times = 2 });
        heard = await _world.Riya.SaysAsync("/help");
        Assert.Equal(200, heard.Delivery.Status);
        await _world.PassAsync(TimeSpan.FromMinutes(10), s_minute);
        Assert.Equal(2, _world.Riya.Sees().Count);
    }

    [Theory]
    [InlineData("status", "before", 1)]
    [InlineData("drop", "before", 1)]
    [InlineData("drop", "after", 2)]
    public async Task An_outcome_is_sent_until_the_channel_has_taken_it(string kind, string when, int copies)
    {
        var id = await _world.AsksAndGetsAYesAsync();
        await _world.PassAsync(s_minute);
        await CountFromHereAsync();
        var second = await _world.AsksAndGetsAYesAsync();
        // The room's card, the asker's card.
        Channel.Faults.Add(new Fault { Kind = kind, Status = 500, When = when, Times = copies == 1 ? 6 : 2 });
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await _world.StateOfAsync(second));
        await _world.PassAsync(TimeSpan.FromHours(1), s_minute);

        Assert.Equal(2, _world.Posts());
        var summaries = Sees(_world.Riya, "personal", second).Count(words => words.Contains("Created. Trunk id", StringComparison.Ordinal));
        Assert.InRange(summaries, 1, copies);
        Assert.Contains(Sees(_world.Omar, "room", second), words => words.Contains("Created. Trunk id", StringComparison.Ordinal));
        Assert.Equal(RequestState.Created, await _world.StateOfAsync(id));
    }

    [Fact]
    public async Task An_outcome_that_the_channel_will_never_take_is_parked_and_spoils_nothing()
    {
        var id = await _world.AsksAndGetsAYesAsync();
        Channel.Faults.Add(new Fault { Status = 403, Times = 100 });
        await _world.RunDueJobsAsync();
        await _world.PassAsync(TimeSpan.FromHours(1), s_minute);
        Channel.Faults.Clear();

        Assert.Equal(RequestState.Created, await _world.StateOfAsync(id));
        Assert.Equal(1, _world.Posts());
        Assert.True(await _world.StoredAsync(db => db.Jobs.AnyAsync(job => job.Kind == SendActivity.Kind && job.State == JobState.Parked)));
        Assert.Contains("Created. Trunk id", (await _world.Riya.SaysAsync($"/trunk show {id}")).Text.Aloud(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_when_the_process_ends_is_sent_by_the_next_one_once()
    {
        Channel.Faults.Add(new Fault { Status = 429, RetryAfter = 60 });
        await _world.Riya.SaysAsync("/trunk new");
        await _world.RestartAsync();
        Assert.Empty(_world.Riya.Sees());
        await _world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        Assert.Single(_world.Riya.Sees());

        await _world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await _world.RestartAsync();
        await _world.RestartAsync();
        Assert.Single(_world.Omar.Sees("room"));
        var id = _world.Omar.RequestOn("Approve", "room");
        await _world.Omar.SaysAsync($"/trunk approve {id}");
        await _world.RestartAsync();
        await _world.RestartAsync();
        Assert.Equal(1, _world.Posts());
        Assert.Single(Sees(_world.Riya, "personal", id), words => words.Contains("Created. Trunk id", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_was_stored_by_a_process_that_died_before_it_spoke_is_told_once(bool redelivered)
    {
        var line = Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "/whoami" });
        await StoreAsync(line, "You are Riya.");
        await _world.RestartAsync();
        Assert.Empty(_world.Riya.Sees());

        for (var copy = 0; redelivered && copy < 3; copy++)
            Assert.Equal(200, (await Channel.PostAsync(line, Channel.SignToken())).Status);
        Assert.Equal(redelivered ? 1 : 0, _world.Riya.Sees().Count);
        await _world.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(10));
        Assert.Equal("You are Riya.", Assert.Single(_world.Riya.Sees()).Text);
    }

    [Fact]
    public async Task Notices_keep_to_what_Teams_takes_in_one_conversation_and_do_not_hold_up_others()
    {
        await PostAsync("personal", 90);
        await PostAsync("group", 5);
        await _world.RunDueJobsAsync();
        Assert.Equal((4, 4), (_world.Riya.Sees().Count, _world.Riya.Sees("group").Count));
        await _world.PassAsync(TimeSpan.FromSeconds(70), TimeSpan.FromMilliseconds(250));

        Assert.Equal(90, _world.Riya.Sees().Select(sent => sent.Text).Distinct().Count());
        var times = _world.Riya.Sees().Select(sent => sent.Time).ToArray();
        Assert.Equal(90, times.Length);
        Assert.All(times, from => Assert.InRange(times.Count(time => time >= from && time < from + TimeSpan.FromSeconds(1)), 1, 7));
        Assert.All(times, from => Assert.InRange(times.Count(time => time >= from && time < from + TimeSpan.FromSeconds(30)), 1, 60));
    }

    [Fact]
    public async Task In_a_Teams_channel_the_rooms_card_is_posted_once_and_changed_in_place()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        var id = await _world.AsksAsync();
        await _world.PassAsync(s_minute);
        var post = Assert.Single(About(id));
        Assert.Equal("send", post.Operation);

        await _world.Omar.ClicksAsync("Approve", "teams-room", ("comment", "fine"));
        await _world.PassAsync(s_minute);
        Assert.All(About(id).Skip(1), change => Assert.Equal(("update", post.ActivityId), (change.Operation, change.ActivityId)));
        var last = Cards.Words(About(id)[^1].Card).Aloud();
        Assert.Contains("Created. Trunk id", last, StringComparison.Ordinal);
        Assert.Contains("Omar Haddad: “fine”", last, StringComparison.Ordinal);
        Assert.Empty(Cards.Actions(About(id)[^1].Card!.Value));
    }

    [Fact]
    public async Task When_the_post_was_deleted_the_room_reads_the_outcome_in_a_new_one()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        var id = await _world.AsksAndGetsAYesAsync();
        Channel.Faults.Add(new Fault { Status = 404, Method = "PUT" });
        await _world.PassAsync(TimeSpan.FromMinutes(5), s_minute);

        Assert.Equal(2, About(id).Count(sent => sent.Operation == "send"));
        Assert.Contains("Created. Trunk id", Cards.Words(About(id)[^1].Card).Aloud(), StringComparison.Ordinal);
    }

    private IEnumerable<SentActivity> Sends() => Channel.Calls.Where(call => call.Operation == "send");

    private async Task CountFromHereAsync() => Assert.Equal(1, await _world.StoredAsync(db => db.Requests.CountAsync(request => request.State == RequestState.Created)));

    private static IEnumerable<string> Sees(Talker talker, string where, string id) =>
        talker.Sees(where).Select(sent => Cards.Words(sent.Card).Aloud()).Where(words => words.Contains($"{id}:", StringComparison.Ordinal));

    private List<SentActivity> About(string id) =>
        [.. _world.Omar.Sees("teams-room").Where(sent => Cards.Words(sent.Card).Contains($"{id}:", StringComparison.Ordinal))];

    /// <summary>What a process leaves behind that dies between storing a turn and sending its reply.</summary>
    private async Task StoreAsync(JsonObject line, string reply)
    {
        var activity = line.Deserialize(ProtocolJsonContext.Default.Activity)!;
        var reference = activity.GetConversationReference();
        var outgoing = new OutgoingActivity(
            Guid.CreateVersion7(), ConnectorOperation.Send, reference,
            Activity.Message(reply).ApplyConversationReference(reference), DeliveryPromise.AtMostOnce);
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ITurnStore>();
        Assert.True(await store.TryCommitAsync(new StoredTurn(TurnKey.Of(activity), new InvokeResponse(200, null), [outgoing]), default));
    }

    private async Task PostAsync(string where, int notices)
    {
        var line = Channel.Compose("riya", where, new JsonObject { ["type"] = "message" });
        var reference = line.Deserialize(ProtocolJsonContext.Default.Activity)!.GetConversationReference();
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        for (var number = 1; number <= notices; number++)
            scope.ServiceProvider.GetRequiredService<JobQueue>().Post(reference, Activity.Message($"Notice {number}."));
        await scope.ServiceProvider.GetRequiredService<Commit>()
            .TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), default);
    }
}

public sealed class DeliveryOnSqliteTests() : DeliveryTests("Sqlite");

public sealed class DeliveryOnPostgresTests() : DeliveryTests("Postgres");
