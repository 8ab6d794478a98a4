using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Storage;

/// <summary>How a process hears of work that another one has stored. The clock stands still: whoever would look by itself does not.</summary>
public sealed class BellTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private Company _world = null!;

    [Fact]
    public async Task Work_that_one_process_stores_rings_at_the_other_at_once()
    {
        await HeardAsync(_world.Bots[1]);
        await StoreAsync(_world.Bots[0]);
        await HeardAsync(_world.Bots[1]);
        await _world.Bots[1].Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);
        Assert.Equal(JobState.Done, await StateAsync());
    }

    [Fact]
    public async Task While_nobody_can_ring_a_process_looks_by_itself()
    {
        // Who does not listen yet is not cut off.
        await ListenAsync(times: 1);
        await _world.RestartAsync(("Jobs:Workers", "1"), ("Jobs:PollEvery", "00:00:00.1"));
        await ListenAsync(times: 2);
        await ((PostgresDatabase)_world.Database).CutConnectionsAsync();
        await UntilAsync(() => Task.FromResult(_world.Log.Lines.Count(line => line.Contains(nameof(TrunkBot.Storage.Postgres.PostgresBell), StringComparison.Ordinal)
            && line.StartsWith("Warning", StringComparison.Ordinal)) == _world.Bots.Count));
        await _world.Database.ExecuteAsync(
            """INSERT INTO "Jobs" ("Id", "Kind", "Payload", "State", "DueAt", "Attempts", "Version") VALUES (gen_random_uuid(), 'rung-for', '', 0, 0, 0, 1)""");

        // The bell comes back after five seconds; these are fewer.
        for (var passed = 0; passed < 40 && await StateAsync() == JobState.Waiting; passed++)
        {
            _world.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(50);
        }

        Assert.Equal(JobState.Done, await StateAsync());
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions
    {
        BackEnd = "Postgres",
        Processes = 2,
        Change = services => services.AddJob<RungFor, RungForJob>(),
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static Task HeardAsync(WebApplication bot) =>
        bot.Services.GetRequiredService<WorkSignal>().WaitAsync(TimeSpan.FromDays(1), CancellationToken.None).WaitAsync(s_patience);

    private Task ListenAsync(int times) => UntilAsync(() => Task.FromResult(
        _world.Log.Lines.Count(line => line.Contains("PostgresBell Listening for work", StringComparison.Ordinal)) == times * _world.Bots.Count));

    private static async Task StoreAsync(WebApplication bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobQueue>().Add(new RungFor(), "tenant");
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None));
    }

    private async Task<JobState> StateAsync() =>
        (JobState)(int)(await _world.Database.ScalarAsync("""SELECT "State" FROM "Jobs" WHERE "Kind" = 'rung-for'"""))!;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(s_patience);
        while (!await isSo())
            await Task.Delay(50, late.Token);
    }

    private sealed record RungFor : IPayload<RungFor>
    {
        public static string Kind => "rung-for";

        public string Purpose => "do something new";

        public static RungFor Read(string stored) => new();

        public string Write() => "";
    }

    private sealed class RungForJob : IJobHandler<RungFor>
    {
        public Task<JobResult> RunAsync(RungFor payload, Job job, CancellationToken cancellationToken) => Task.FromResult(JobResult.Done);
    }
}
