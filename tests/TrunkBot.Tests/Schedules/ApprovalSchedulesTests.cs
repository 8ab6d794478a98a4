using TrunkBot.Jobs;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Schedules;

/// <summary>Two who approve what needs two, the asker who takes it back, and a worker, all at the same moment.</summary>
public sealed class ApprovalSchedulesTests(ITestOutputHelper output)
{
    [Fact]
    public Task Of_two_approvals_and_a_cancel_nothing_is_created_that_was_called_cancelled() => ExploreAsync(
        new Bounds { Deaths = 1, Failures = 1, Deviations = 1 },
        yes: [],
        (world, id) => [("Omar", world.Says(world.Company.Omar, $"/trunk approve {id}")), ("Mei", world.Says(world.Company.Mei, $"/trunk approve {id}")), ("Riya", world.Says(world.Company.Riya, $"/trunk cancel {id}"))]);

    [Fact]
    public Task Of_the_last_approval_a_cancel_and_a_worker_nothing_is_created_that_was_called_cancelled() => ExploreAsync(
        new Bounds { Deaths = 1, Stalls = 1, Failures = 1, Deviations = 1 },
        yes: ["omar"],
        (world, id) => [("Mei", world.Says(world.Company.Mei, $"/trunk approve {id}")), ("Riya", world.Says(world.Company.Riya, $"/trunk cancel {id}")), ("Worker", null)]);

    private async Task ExploreAsync(
        Bounds bounds, string[] yes, Func<ScheduledCompany, string, IReadOnlyList<(string Name, ScheduledCompany.Delivered? Says)>> actors)
    {
        await using var world = await ScheduledCompany.StartAsync(actors: 3, Two.Approvers, job: services => services.AddJob<ProvisionTrunk, ProvisionTrunkJob>());
        var id = await world.Company.AsksAsync();
        // Who speaks for the first time is written into the book of addresses, and that is not what this is about.
        foreach (var person in new[] { world.Company.Omar, world.Company.Mei })
            await person.SaysAsync("/trunk help");
        foreach (var approver in yes)
            await new Talker(world.Company.Sandbox, approver).SaysAsync($"/trunk approve {id}");
        await world.Company.RunDueJobsAsync();
        world.Keep();
        await new Exploration(bounds, world.Clock, async stage =>
        {
            world.Begin();
            var all = actors(world, id);
            foreach (var (at, (name, says)) in all.Index())
                stage.Enters(name, () => says?.ToAsync(at + 1) ?? world.WorkAsync(at + 1));
            var problems = await stage.PlayAsync();
            await world.EndAsync(all.Select(actor => actor.Says).OfType<ScheduledCompany.Delivered>());

            stage.AssertOnlyTheBackEndFailed(problems);
            await AssertKeptAsync(world, id, stage);
        }).RunAsync(atLeast: 100, output);
    }

    private static async Task AssertKeptAsync(ScheduledCompany world, string id, Stage stage)
    {
        var (state, acts) = (await world.Company.StateOfAsync(id), await world.Company.ActsOnAsync(id));
        var wasToldSo = world.Hears($"{id} is cancelled. Nothing was created.");
        var isCancelled = state is RequestState.Cancelled;
        Assert.True(isCancelled || state is RequestState.Created || (state is RequestState.OutcomeUnknown && !stage.IsCalm), $"{id} is {state}.");
        Assert.True(isCancelled || !wasToldSo, $"{id} was called cancelled and is {state}.");
        Assert.InRange(world.VideoSdk.Posts, state is RequestState.Created ? 1 : 0, isCancelled ? 0 : 1);
        if (acts.IndexOf("provisioning") is var sent and >= 0)
            Assert.Equal(2, acts.Take(sent).Count(act => act == "approved"));
    }
}
