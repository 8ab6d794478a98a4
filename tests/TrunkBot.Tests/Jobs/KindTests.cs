using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Jobs;

/// <summary>A newer program stores work that an older one beside it does not know.</summary>
public sealed class KindTests
{
    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Work_of_a_kind_that_this_program_does_not_know_waits_for_one_that_does_and_holds_up_nothing(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await StoreAsync(world, 10);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.All(await WorkAsync(world), job => Assert.Equal((JobState.Waiting, 0, null), (job.State, job.Attempts, job.LeasedBy)));

        await world.LeaveAsync(world.Bot);
        await world.JoinAsync(services => services.AddJob<NewWork, NewWorkJob>());
        await world.RunDueJobsAsync();
        Assert.All(await WorkAsync(world), job => Assert.Equal((JobState.Done, 1), (job.State, job.Attempts)));
    }

    [Fact]
    public async Task A_handler_that_cannot_be_made_is_in_the_way_of_its_own_work_alone()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Change = services => services.AddJob<NewWork, BrokenJob>() });
        await StoreAsync(world, 1, tenantId: null);
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.All(await WorkAsync(world), job => Assert.Equal((JobState.Waiting, 1, nameof(NotSupportedException)), (job.State, job.Attempts, job.LastProblem)));

        world.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Contains("do something new", (await world.Ada.SaysAsync("/trunk jobs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_kinds_of_the_same_name_are_refused_with_a_sentence_that_names_both()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new JobKinds([new JobKind<NewWork>(), new JobKind<OtherWork>()]));
        Assert.Equal(
            $"{typeof(NewWork)} and {typeof(OtherWork)} are both stored as work of the kind 'new-work'. Give the newer one a Kind of its own.", refused.Message);
    }

    private static async Task StoreAsync(Company world, int jobs, string? tenantId = "tenant")
    {
        await using var scope = world.Bot.Services.CreateAsyncScope();
        for (var number = 0; number < jobs; number++)
            scope.ServiceProvider.GetRequiredService<JobQueue>().Add(new NewWork(), tenantId);
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None));
    }

    private static Task<List<Job>> WorkAsync(Company world) =>
        world.StoredAsync(db => db.Jobs.AsNoTracking().Where(job => job.Kind == NewWork.Kind).ToListAsync());

    private sealed record NewWork : IPayload<NewWork>
    {
        public static string Kind => "new-work";

        public string Purpose => "do something new";

        public static NewWork Read(string stored) => new();

        public string Write() => "";
    }

    private sealed class NewWorkJob : IJobHandler<NewWork>
    {
        public Task<JobResult> RunAsync(NewWork payload, Job job, CancellationToken cancellationToken) => Task.FromResult(JobResult.Done);
    }

    private sealed class BrokenJob : IJobHandler<NewWork>
    {
        public BrokenJob() => throw new NotSupportedException();

        public Task<JobResult> RunAsync(NewWork payload, Job job, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed record OtherWork : IPayload<OtherWork>
    {
        public static string Kind => "new-work";

        public string Purpose => "do something else";

        public static OtherWork Read(string stored) => new();

        public string Write() => "";
    }
}
