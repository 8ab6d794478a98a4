using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.Promises;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Schedules;

/// <summary>Workers of two processes and one job, in every order of their steps that the bounds allow: slow ones, dead ones, and those that lose the database.</summary>
public sealed class JobSchedulesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_a_job_changes_is_saved_once_whoever_has_begun_it()
    {
        await using var world = await ScheduledCompany.StartAsync(actors: 2, job: services => services.AddJob<Count, CountingJob>());
        var id = Guid.CreateVersion7();
        Assert.True(await world.SaveAsync(Change.Insert(new Job(id, Count.Kind, null, "", world.Clock.GetUtcNow()))));
        world.Keep();
        await new Exploration(new Bounds { Deaths = 1, Stalls = 2, Failures = 1 }, world.Clock, async stage =>
        {
            var problems = await WorkAsync(world, stage);

            stage.AssertOnlyTheBackEndFailed(problems);
            Assert.Equal((1, JobState.Done), await world.Company.StoredAsync(async db => (
                await db.Audit.CountAsync(entry => entry.Act == CountingJob.Act), (await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id)).State)));
        }).RunAsync(atLeast: 100, output);
    }

    [Fact]
    public Task A_create_is_sent_once_at_most_and_where_nobody_knows_what_became_of_it_an_Admin_is_asked() =>
        CreateAsync(new Bounds { Preemptions = 1, Deaths = 1, Stalls = 1 }, atLeast: 300);

    [Fact]
    public Task A_create_is_sent_once_at_most_where_the_database_fails() => CreateAsync(new Bounds { Failures = 1, Deviations = 1 }, atLeast: 40);

    private async Task CreateAsync(Bounds bounds, int atLeast)
    {
        await using var world = await ScheduledCompany.StartAsync(actors: 2, job: services => services.AddJob<ProvisionTrunk, ProvisionTrunkJob>());
        var id = await world.Company.AsksAndGetsAYesAsync();
        world.Keep();
        await new Exploration(bounds, world.Clock, async stage =>
        {
            var problems = await WorkAsync(world, stage);

            stage.AssertOnlyTheBackEndFailed(problems);
            var state = await world.Company.StateOfAsync(id);
            Assert.True(state is RequestState.Created || (state is RequestState.OutcomeUnknown && !stage.IsCalm), $"{id} is {state}.");
            Assert.InRange(world.VideoSdk.Posts, state is RequestState.Created ? 1 : 0, 1);
            Assert.True(state is RequestState.Created || await IsAskedAsync(world), $"Nobody is asked about {id}.");
        }).RunAsync(atLeast, output);
    }

    private static Task<bool> IsAskedAsync(ScheduledCompany world) => world.Company.StoredAsync(db => db.Jobs.AnyAsync(
        job => job.Kind == SendActivity.Kind && job.State == JobState.Waiting && job.Payload.Contains(ProvisioningTexts.ItIsNotThere)));

    private static async Task<IReadOnlyList<Exception>> WorkAsync(ScheduledCompany world, Stage stage)
    {
        world.Begin();
        stage.Enters("A", () => world.WorkAsync(1));
        stage.Enters("B", () => world.WorkAsync(2));
        var problems = await stage.PlayAsync();
        await world.EndAsync();
        return problems;
    }

    private sealed record Count : IPayload<Count>
    {
        public static string Kind => "count";

        public string Purpose => "count";

        public static Count Read(string stored) => new();

        public string Write() => "";
    }

    private sealed class CountingJob(AuditTrail audit) : IJobHandler<Count>
    {
        public const string Act = "counted";

        public Task<JobResult> RunAsync(Count payload, Job job, CancellationToken cancellationToken)
        {
            audit.ByTrunkBot("counted", AuditTrail.Settings, Act);
            return Task.FromResult(JobResult.Done);
        }
    }
}
