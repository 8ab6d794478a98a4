using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;
using TrunkBot.Trunks;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Schedules;

/// <summary>Turns of two processes at the same moment, in every order of their steps that the bounds allow.</summary>
public sealed class TurnSchedulesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task One_message_that_is_delivered_to_two_processes_is_handled_once_and_answered_once()
    {
        await using var world = await ScheduledCompany.StartAsync(actors: 2);
        // Who speaks for the first time is written into the book of addresses, and that is not what this is about.
        await world.Company.Riya.SaysAsync("/trunk help");
        var before = await world.Company.StoredAsync(db => db.SeenActivities.CountAsync());
        world.Keep();
        await new Exploration(new Bounds { Deaths = 1, Failures = 1 }, world.Clock, async stage =>
        {
            world.Begin();
            var first = world.Says(world.Company.Riya, "/trunk new --chat");
            var retry = first.Again();
            stage.Enters("A", () => first.ToAsync(1));
            stage.Enters("B", () => retry.ToAsync(2));
            var problems = await stage.PlayAsync();
            await world.EndAsync(first, retry);

            stage.AssertOnlyTheBackEndFailed(problems);
            Assert.Equal((1, before + 1), await world.Company.StoredAsync(async db => (await db.Requests.CountAsync(), await db.SeenActivities.CountAsync())));
            // Who died between taking an answer and sending it has said it or not, and nobody says it again.
            Assert.InRange(world.Sent.Count, stage.Met(Fate.Dies) ? 0 : 1, 1);
        }).RunAsync(atLeast: 100, output);
    }

    [Fact]
    public async Task Two_answers_in_one_conversation_both_count_in_some_order()
    {
        await using var world = await ScheduledCompany.StartAsync(actors: 2);
        await world.Company.Riya.SaysAsync("/trunk new --chat");
        world.Keep();
        await new Exploration(new Bounds { Deaths = 1, Failures = 1 }, world.Clock, stage => TwoAnswersAsync(world, stage))
            .RunAsync(atLeast: 100, output);
    }

    [Fact]
    public async Task A_store_that_looks_at_no_version_loses_an_answer_and_the_schedule_that_is_printed_shows_it_again()
    {
        await using var world = await ScheduledCompany.StartAsync(actors: 2, beneath: inner => new WithoutVersions(inner));
        await world.Company.Riya.SaysAsync("/trunk new --chat");
        world.Keep();
        var exploration = new Exploration(new Bounds(), world.Clock, stage => TwoAnswersAsync(world, stage));

        var found = await Assert.ThrowsAsync<BrokenScheduleException>(() => exploration.RunAsync(atLeast: 0, output));
        output.WriteLine($"{exploration}: {found.Schedule}");
        var again = await Assert.ThrowsAsync<BrokenScheduleException>(() => exploration.ReplayAsync(found.Schedule));
        Assert.Equal(found.Message, again.Message);
    }

    private static async Task TwoAnswersAsync(ScheduledCompany world, Stage stage)
    {
        world.Begin();
        string[] said = ["one.pstn.twilio.com", "two.pstn.twilio.com"];
        var (one, two) = (world.Says(world.Company.Riya, said[0]), world.Says(world.Company.Riya, said[1]));
        stage.Enters("A", () => one.ToAsync(1));
        stage.Enters("B", () => two.ToAsync(2));
        var problems = await stage.PlayAsync();
        await world.EndAsync(one, two);

        stage.AssertOnlyTheBackEndFailed(problems);
        var fields = (await world.Company.StoredAsync(db => db.Requests.AsNoTracking().SingleAsync())).Fields;
        Assert.Equal(said, new[] { fields.Name, fields.Domain }.Order());
        Assert.InRange(world.Sent.Count, stage.Met(Fate.Dies) ? 1 : 2, 2);
    }
}
