using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>A conversation gets no more notices at once than its channel takes, and gets all of them.</summary>
public sealed class PaceTests
{
    private const int Requests = 9;

    [Theory]
    [InlineData("7", 4)]
    [InlineData("2", 1)]
    public async Task The_approvals_room_gets_a_half_of_a_second_at_once_and_the_rest_later(string perSecond, int atOnce)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true, Settings = { ["Jobs:NoticesPerSecond"] = perSecond } });
        await AskAsync(world, Requests);
        await world.RunDueJobsAsync();
        Assert.Equal(atOnce, world.Omar.Sees("room").Count);
        for (var second = 0; second < Requests; second++)
            await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(Requests, world.Omar.Sees("room").Count);
    }

    [Fact]
    public async Task A_question_for_a_room_where_others_wait_does_not_come_before_its_time()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true });
        await AskAsync(world, Requests);
        await world.RunDueJobsAsync();
        var shown = world.Omar.Sees("room").Count;
        await AskAsync(world, 3, from: Requests + 1);
        var now = world.Clock.GetUtcNow();
        Assert.Equal(0, await world.StoredAsync(db => db.Jobs.CountAsync(job => job.Kind == "show-approval" && job.State == JobState.Waiting && job.DueAt <= now)));
        await world.RunDueJobsAsync();
        Assert.Equal(shown, world.Omar.Sees("room").Count);
        for (var second = 0; second < Requests; second++)
            await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(Requests + 3, world.Omar.Sees("room").Count);
    }

    [Fact]
    public async Task No_more_than_the_setting_says_come_in_half_a_minute()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true, Settings = { ["Jobs:NoticesPerHalfMinute"] = "3" } });
        await AskAsync(world, 4);
        await world.RunDueJobsAsync();
        Assert.Equal(2, world.Omar.Sees("room").Count);
        await world.PassAsync(TimeSpan.FromSeconds(25));
        Assert.Equal(3, world.Omar.Sees("room").Count);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(4, world.Omar.Sees("room").Count);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Answers_go_at_once_and_notices_make_room_for_them(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true, BackEnd = backEnd });
        for (var line = 0; line < 3; line++)
            await world.Riya.SaysAsync("/whoami");
        await PostAsync(world, notices: 3);
        await world.RunDueJobsAsync();
        Assert.Single(Notices(world));

        Assert.NotNull((await world.Riya.SaysAsync("/whoami")).Text);
        await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Notices(world).Count());
        await world.PassAsync(TimeSpan.FromSeconds(0.5));
        Assert.Equal(2, Notices(world).Count());
        await world.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(3, Notices(world).Count());
    }

    [Theory]
    [InlineData(600, 0.6)]
    [InlineData(60, 30)]
    public async Task Answers_of_long_ago_hold_nothing_up(int answers, double seconds)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true });
        for (var line = 0; line < answers; line++)
        {
            await world.Riya.SaysAsync("thanks");
            world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await PostAsync(world, notices: 1);
        await world.RunDueJobsAsync();
        Assert.Single(Notices(world));
    }

    [Fact]
    public async Task However_many_answers_there_were_a_notice_waits_for_a_moment()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true });
        for (var line = 0; line < 50; line++)
            await world.Riya.SaysAsync("thanks");
        await PostAsync(world, notices: 1);
        await world.RunDueJobsAsync();
        Assert.Empty(Notices(world));
        for (var second = 0; second < 2; second++)
            await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Single(Notices(world));
    }

    [Fact]
    public async Task Who_is_answered_without_a_pause_gets_notices_all_the_same()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { IsPaced = true });
        await PostAsync(world, notices: 10);
        for (var line = 0; line < 60; line++)
        {
            await world.Riya.SaysAsync("thanks");
            await world.PassAsync(TimeSpan.FromSeconds(0.25));
        }

        Assert.Equal(10, Notices(world).Count());
    }

    /// <summary>What is left to notices in a place or a tenant, while one process or several answer: nothing, a little, far more than the channel takes.</summary>
    [Theory]
    [InlineData(false, 1, 0, 1)]
    [InlineData(false, 3, 0, 1)]
    [InlineData(false, 1, 4, 0.5)]
    [InlineData(false, 3, 4, 0.5)]
    [InlineData(true, 1, 0, 1)]
    [InlineData(true, 3, 0, 1)]
    [InlineData(true, 1, 7, 0.8)]
    [InlineData(true, 1, 200, 0.5)]
    [InlineData(true, 3, 200, 0.5)]
    public async Task However_much_is_answered_half_of_the_rate_is_left_to_notices(bool isTenant, int processes, int answersPerSecond, double share)
    {
        var options = new JobOptions();
        var (rates, block) = isTenant ? (PaceRates.OfTenant(options), PaceRates.BlockOfTenant(options)) : (PaceRates.OfConversation(options), 1);
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var paces = new PacesInMemory(clock);
        var bots = Enumerable.Range(0, processes).Select(_ => new Pacer(paces, rates, block)).ToList();
        var (asks, hasWaited) = (new DateTimeOffset[processes], new bool[processes]);
        var sent = 0;
        for (var step = 0; step < 60 * 200; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
            var now = clock.GetUtcNow();
            for (var bot = 0; bot < processes; bot++)
            {
                if (step * answersPerSecond % 200 < answersPerSecond)
                    bots[bot].Count("", now);
                if (now < asks[bot])
                    continue;
                asks[bot] = await bots[bot].TakeAsync("", hasWaited[bot], now, default) ?? now;
                hasWaited[bot] = asks[bot] > now;
                sent += hasWaited[bot] ? 0 : 1;
            }
        }

        Assert.InRange(sent * rates.Moment.Apart / TimeSpan.FromMinutes(1), share - 0.1, share + 0.05);
    }

    /// <summary>To ask costs a job's run. Whoever was told to come back is not overtaken by those who come for the first time, nor held up by answers.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(10, 0)]
    [InlineData(40, 0)]
    [InlineData(10, 40)]
    [InlineData(40, 200)]
    public async Task However_many_notices_come_to_a_room_who_comes_back_has_a_place(int perSecond, int answersPerSecond)
    {
        var options = new JobOptions();
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var pace = new ConversationPace(new PacesInMemory(clock), Options.Create(options), new WorkSignal(clock), clock);
        var waiting = new PriorityQueue<Guid, DateTimeOffset>();
        var (asked, sent) = (new Dictionary<Guid, int>(), 0);
        for (var step = 0; step < 60 * 200; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
            if (step % (200 / perSecond) == 0)
                waiting.Enqueue(Guid.NewGuid(), clock.GetUtcNow());
            if (step * answersPerSecond % 200 < answersPerSecond)
                pace.Count(In($"chat {step % 30}"));
            // It takes a moment until somebody looks whose time it is.
            while (step % 4 == 0 && waiting.TryPeek(out var notice, out var time) && time <= clock.GetUtcNow())
            {
                waiting.Dequeue();
                asked[notice] = asked.GetValueOrDefault(notice) + 1;
                if (await pace.EnterAsync(notice, In("room"), default) is { } later)
                    waiting.Enqueue(notice, clock.GetUtcNow() + later);
                else
                    sent++;
            }
        }

        Assert.InRange((asked.Values.Sum() - asked.Count) / (double)sent, 0, 1.2);
        Assert.InRange(sent * PaceRates.OfConversation(options).Moment.Apart / TimeSpan.FromMinutes(1), 0.95, 1.05);

        static ConversationReference In(string conversation) => new() { ServiceUrl = "https://smba", ChannelId = "msteams", Conversation = new() { Id = conversation } };
    }

    /// <summary>Somebody who sends whenever it is allowed is never in the way of what Teams takes, in whichever window one looks.</summary>
    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    [InlineData(1800, 3600)]
    public void With_what_the_settings_say_by_themselves_no_window_holds_more_than_Teams_takes(int most, int seconds)
    {
        var rates = PaceRates.OfConversation(new JobOptions());
        var (pace, now, sent) = (new Pace { Key = "" }, DateTimeOffset.UnixEpoch, new List<DateTimeOffset>());
        for (var message = 0; message < 4000; message++)
        {
            var free = rates.FreeAt(pace, 1);
            now = free > now ? free : now;
            Assert.True(rates.Allow(pace = pace.With(1, rates, now), now));
            sent.Add(now);
        }

        // Whoever is not refused within a window's length is refused nowhere: the message that is so many places before it is older than that.
        Assert.All(sent.Skip(most), (time, index) => Assert.True(time - sent[index] >= TimeSpan.FromSeconds(seconds)));
        Assert.InRange(now - sent[0], TimeSpan.FromHours(3), TimeSpan.FromHours(4));
    }

    private static IEnumerable<string?> Notices(Company world) => world.Riya.Sees().Select(sent => sent.Text).Where(text => text?.StartsWith("Notice", StringComparison.Ordinal) == true);

    private static async Task PostAsync(Company world, int notices)
    {
        var line = world.Sandbox.Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message" });
        var reference = line.Deserialize(ProtocolJsonContext.Default.Activity)!.GetConversationReference();
        await using var scope = world.Bot.Services.CreateAsyncScope();
        for (var number = 1; number <= notices; number++)
            scope.ServiceProvider.GetRequiredService<JobQueue>().Post(reference, Activity.Message($"Notice {number}."));
        await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), default);
    }

    private static async Task AskAsync(Company world, int requests, int from = 1)
    {
        for (var number = from; number < from + requests; number++)
        {
            await world.Riya.SaysAsync("/trunk new");
            await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(number));
        }
    }
}
