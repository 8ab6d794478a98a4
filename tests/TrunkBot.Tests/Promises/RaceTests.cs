using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>Several people, or one several times, at the same instant: one of them is first, the others read so, and VideoSDK sees one create at most.</summary>
public abstract class RaceTests(string backEnd) : IAsyncLifetime
{
    private const int Rounds = 25;
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Processes = backEnd == "Postgres" ? 2 : 1 });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Of_two_approvers_one_is_first_and_one_trunk_is_created()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await PendingAsync();
            var heard = await Task.WhenAll(
                AtOnce(() => _world.Omar.SaysAsync($"/trunk approve {id}")),
                AtOnce(() => _world.Mei.SaysAsync($"/trunk approve {id}")),
                AtOnce(() => _world.Mei.On("webchat").ClicksAsync("Approve", "room")));

            Assert.Equal(1, heard.Count(one => one.Text.Contains($"{id} is approved", StringComparison.Ordinal)));
            await WorkInParallelAsync();
            await AssertEndsAsync(id, RequestState.Created, posts: round);
            Assert.Single(await _world.ActsOnAsync(id), act => act == "approved");
        }
    }

    [Fact]
    public async Task Of_a_yes_and_a_no_the_first_counts_and_everybody_reads_the_same()
    {
        var created = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await PendingAsync();
            await Task.WhenAll(
                AtOnce(() => _world.Omar.SaysAsync($"/trunk approve {id}")),
                AtOnce(() => _world.Mei.SaysAsync($"/trunk reject {id} not ours")));
            await WorkInParallelAsync();

            var acts = await _world.ActsOnAsync(id);
            Assert.Single(acts, act => act is "approved" or "rejected");
            var granted = acts.Contains("approved");
            created += granted ? 1 : 0;
            await AssertEndsAsync(id, granted ? RequestState.Created : RequestState.Rejected, posts: created);
        }
    }

    [Fact]
    public async Task Of_a_yes_and_a_cancel_nothing_is_created_that_was_called_cancelled()
    {
        var created = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await PendingAsync();
            var heard = await Task.WhenAll(
                AtOnce(() => _world.Omar.SaysAsync($"/trunk approve {id}")),
                AtOnce(() => _world.Riya.SaysAsync($"/trunk cancel {id}")),
                AtOnce(async () =>
                {
                    await WorkInParallelAsync();
                    return null!;
                }));
            await WorkInParallelAsync();
            // Whoever took the work at the moment of the cancel comes back when the lease has run out.
            await _world.PassAsync(TimeSpan.FromMinutes(3));

            var cancelled = heard[1].Text.Contains($"{id} is cancelled. Nothing was created.", StringComparison.Ordinal);
            created += cancelled ? 0 : 1;
            await AssertEndsAsync(id, cancelled ? RequestState.Cancelled : RequestState.Created, posts: created);
        }
    }

    [Fact]
    public async Task Of_a_yes_and_an_edit_nothing_is_created_but_what_was_approved()
    {
        var created = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await PendingAsync();
            await _world.Riya.SaysAsync($"/trunk edit {id}");
            var form = _world.Riya.CardWith("Submit changes");
            var heard = await Task.WhenAll(
                AtOnce(() => _world.Omar.SaysAsync($"/trunk approve {id}")),
                AtOnce(() => _world.Riya.ClicksAsync(form, "Submit changes", "personal", ("username", $"edited-{id}"))));
            await WorkInParallelAsync();

            var approved = heard[0].Text.Contains($"{id} is approved.", StringComparison.Ordinal);
            created += approved ? 1 : 0;
            Assert.Equal(approved ? RequestState.Created : RequestState.Pending, await _world.StateOfAsync(id));
            Assert.Equal(created, _world.Posts());
            Assert.DoesNotContain(_world.Sandbox.VideoSdk.Trunks, trunk => trunk.Username == $"edited-{id}");
            Assert.Equal(approved ? ["submitted", "approved", "provisioning", "created"] : (string[])["submitted", "edited"], await _world.ActsOnAsync(id));
            if (!approved)
                await _world.Riya.SaysAsync($"/trunk cancel {id}");
        }
    }

    [Fact]
    public async Task A_create_that_is_sent_again_from_two_places_at_once_is_sent_once()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await PendingAsync();
            _world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-before" });
            await _world.Omar.SaysAsync($"/trunk approve {id}");
            await WorkInParallelAsync();
            Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync(id));

            var heard = await Task.WhenAll(
                AtOnce(() => _world.Ada.SaysAsync($"/trunk resend {id}")),
                AtOnce(() => _world.Ada.On("webchat").SaysAsync($"/trunk resend {id}")),
                AtOnce(() => _world.Ada.SaysAsync($"/trunk resend {id}", "group")));
            await WorkInParallelAsync();
            Assert.Equal(1, heard.Count(one => one.Text.Contains("is being sent again", StringComparison.Ordinal)));
            Assert.Equal(2 * round, _world.Posts());
            Assert.Equal(round, _world.Sandbox.VideoSdk.Trunks.Count);
            Assert.Equal(RequestState.Created, await _world.StateOfAsync(id));
            Assert.Single(await _world.ActsOnAsync(id), act => act == "send again");
        }
    }

    [Fact]
    public async Task A_form_that_is_submitted_twice_at_once_is_one_request()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            await _world.Riya.SaysAsync("/trunk new");
            var id = _world.Riya.RequestOn("Submit");
            var form = _world.Riya.CardWith("Submit");
            var heard = await Task.WhenAll(
                AtOnce(() => _world.Riya.ClicksAsync(form, "Submit", "personal", Sample.Another(round))),
                AtOnce(() => _world.Riya.ClicksAsync(form, "Submit", "personal", Sample.Another(round))));
            await WorkInParallelAsync();

            Assert.All(heard, one => Assert.Contains("Waiting for an approver.", one.Text.Aloud(), StringComparison.Ordinal));
            Assert.Equal(RequestState.Pending, await _world.StateOfAsync(id));
            Assert.Equal(["submitted"], await _world.ActsOnAsync(id));
            Assert.Single(CardsInTheRoom(id));
            await _world.PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0, _world.Posts());
    }

    [Fact]
    public async Task One_click_delivered_five_times_at_once_has_one_answer_and_one_effect()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await PendingAsync();
            var click = Compose("omar", "teams-room", Talker.Click(_world.Omar.CardWith("Approve", "teams-room"), "Approve"));
            var answers = await FiveTimesAsync(click);
            await WorkInParallelAsync();
            answers = [.. answers, await PostAsync(click)];

            Assert.All(answers, answer => Assert.Equal((200, Body(answers[0])), (answer.Status, Body(answer))));
            Assert.Contains("adaptive", Body(answers[0]), StringComparison.Ordinal);
            await AssertEndsAsync(id, RequestState.Created, posts: round);
            Assert.Single(await _world.ActsOnAsync(id), act => act == "approved");
        }
    }

    [Fact]
    public async Task One_message_delivered_five_times_at_once_is_answered_in_the_chat_once()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var before = _world.Sandbox.Channel.Sent.Count;
            var drafts = await _world.StoredAsync(db => db.Requests.CountAsync());
            var line = Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "/trunk new --name voice" });
            var answers = await FiveTimesAsync(line);
            answers = [.. answers, await PostAsync(line)];
            await _world.PassAsync(TimeSpan.FromMinutes(1));

            Assert.All(answers, answer => Assert.Equal((200, ""), (answer.Status, Body(answer))));
            Assert.Equal(before + 1, _world.Sandbox.Channel.Sent.Count);
            Assert.Equal(round == 1 ? drafts + 1 : drafts, await _world.StoredAsync(db => db.Requests.CountAsync()));
        }
    }

    [Fact]
    public async Task A_submit_delivered_five_times_at_once_as_a_message_is_one_request()
    {
        var riya = _world.Riya.On("webchat");
        for (var round = 1; round <= Rounds; round++)
        {
            await riya.SaysAsync("/trunk new");
            var id = riya.RequestOn("Submit");
            var before = riya.Sees().Count;
            var answers = await FiveTimesAsync(
                Compose("riya", "personal", Talker.Click(riya.CardWith("Submit"), "Submit", Sample.Another(round)), "webchat"));
            await _world.PassAsync(TimeSpan.FromMinutes(1));

            Assert.All(answers, answer => Assert.Equal((200, ""), (answer.Status, Body(answer))));
            Assert.Equal(before + 1, riya.Sees().Count);
            Assert.Equal(RequestState.Pending, await _world.StateOfAsync(id));
            Assert.Equal(["submitted"], await _world.ActsOnAsync(id));
            Assert.Single(CardsInTheRoom(id));
        }
    }

    [Fact]
    public async Task A_click_that_is_redelivered_the_next_day_is_answered_as_it_stands_and_does_nothing()
    {
        var id = await PendingAsync();
        var click = Compose("omar", "room", Talker.Click(_world.Omar.CardWith("Approve", "room"), "Approve"));
        await PostAsync(click);
        await WorkInParallelAsync();
        await _world.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));

        Assert.Equal(200, (await PostAsync(click)).Status);
        await WorkInParallelAsync();
        await AssertEndsAsync(id, RequestState.Created, posts: 1);
    }

    private async Task<string> PendingAsync()
    {
        var id = await _world.AsksAsync();
        // What was said stays within what Teams takes in a second.
        await _world.PassAsync(TimeSpan.FromMinutes(1));
        return id;
    }

    private static Task<Heard> AtOnce(Func<Task<Heard>> act) => Task.Run(act);

    private Task WorkInParallelAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_world.RunDueJobsAsync)));

    private JsonObject Compose(string person, string where, JsonObject activity, string? channel = null) =>
        _world.Sandbox.Channel.Compose(person, where, activity, channel);

    private Task<Delivery[]> FiveTimesAsync(JsonObject activity) =>
        Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => PostAsync(activity.DeepClone().AsObject()))));

    private Task<Delivery> PostAsync(JsonObject activity) => _world.Sandbox.Channel.PostAsync(activity, _world.Sandbox.Channel.SignToken());

    private static string Body(Delivery delivery) => delivery.Body?.GetRawText() ?? "";

    /// <summary>Open questions about a request that stand in the room as posts.</summary>
    private IEnumerable<SentActivity> CardsInTheRoom(string id) => _world.Omar.Sees("room").Where(sent =>
        sent.Operation == "send" && sent.Card is { } card && Cards.Actions(card).Any() && Cards.Words(card).Contains($"{id}:", StringComparison.Ordinal));

    private async Task AssertEndsAsync(string id, RequestState state, int posts)
    {
        // What loses a race is put off for a moment.
        for (var minute = 0; minute < 3 && !await IsOverAsync(id, state); minute++)
            await _world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(posts, _world.Posts());
        Assert.Equal(posts, _world.Sandbox.VideoSdk.Trunks.Count);
        Assert.Equal(state, await _world.StateOfAsync(id));
        Assert.Null(await _world.RowOfAsync(id, request => request.ProtectedPassword));
        var approval = await ApprovalOfAsync(id);
        Assert.Contains(approval.State, state switch
        {
            RequestState.Created => [ApprovalState.Granted],
            RequestState.Rejected => [ApprovalState.Rejected],
            // It may be taken back after the yes, until the work has begun.
            _ => new[] { ApprovalState.Withdrawn, ApprovalState.Granted },
        });
        Assert.Equal(approval.Current, approval.Shown);
        Assert.Equal(1, _world.Riya.Sees().Count(sent => IsOutcome(sent, id, state)));
    }

    private async Task<bool> IsOverAsync(string id, RequestState state) =>
        await _world.StateOfAsync(id) == state && await ApprovalOfAsync(id) is var approval && approval.Current == approval.Shown && _world.Riya.Sees().Any(sent => IsOutcome(sent, id, state));

    private Task<Approval> ApprovalOfAsync(string id) => _world.StoredAsync(db => db.Approvals.AsNoTracking().SingleAsync(approval => approval.SubjectId == id));

    // A cancelled request is answered where it was cancelled.
    private static bool IsOutcome(SentActivity sent, string id, RequestState state) => state == RequestState.Cancelled
        ? sent.Text?.Contains($"{id} is cancelled", StringComparison.Ordinal) is true
        : sent.Card is { } card && Cards.Words(card).Aloud() is var words && words.Contains($"{id}:", StringComparison.Ordinal)
            && (words.Contains("Created. Trunk id", StringComparison.Ordinal) || words.Contains("Rejected. Nothing was created.", StringComparison.Ordinal));
}

public sealed class RaceOnSqliteTests() : RaceTests("Sqlite");

public sealed class RaceOnPostgresTests() : RaceTests("Postgres");
