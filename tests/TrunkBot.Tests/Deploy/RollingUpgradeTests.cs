using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Deploy;

/// <summary>A new version comes in beside the old one, on the same database, while people work.</summary>
public sealed class RollingUpgradeTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private Company _world = null!;
    private WebApplication _old = null!;

    [Fact]
    public async Task Two_new_processes_that_start_at_the_same_moment_change_the_database_once_and_the_old_one_serves_meanwhile()
    {
        Task<IReadOnlyList<WebApplication>> joining;
        await using (await HoldGateAsync())
        {
            joining = _world.JoinAsync(NextVersion.Good, NextVersion.Good);
            // One is in the middle of the migration, and the other waits for its turn.
            await UntilAsync(async () => await WaitingAsync() is 2L);
            await _world.ApprovedAsync();
            await _world.RunDueJobsAsync();
            Assert.Equal(RequestState.Created, await _world.StateAsync());
            Assert.False(joining.IsCompleted);
        }

        Assert.Equal(2, (await joining).Count);
        Assert.Equal(1L, await HistoryAsync());
        foreach (var bot in _world.Bots)
        {
            _world.TalkTo(bot);
            Assert.Contains("TR-1", (await _world.Omar.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("old")]
    [InlineData("new")]
    public async Task What_is_asked_for_at_one_version_is_approved_at_the_other_and_created(string asked)
    {
        var fresh = (await _world.JoinAsync(NextVersion.Good))[0];
        var (here, there) = asked == "old" ? (_old, fresh) : (fresh, _old);
        _world.TalkTo(here);
        await _world.AskedAsync();
        await StoreAsync(fresh, number: 1);
        await RunAsync(fresh);

        _world.TalkTo(there);
        Assert.Contains("TR-1 is approved", (await _world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        await RunAsync(here);
        Assert.Equal(RequestState.Created, await _world.StateAsync());
        Assert.Equal(1, _world.Posts());
        // What the new one keeps about a request is not lost when the old one stores it.
        Assert.Equal("CC-7", await CostCentreAsync());
        Assert.Equal(["submitted", "charged", "approved", "provisioning", "created"], await _world.AuditAsync());
    }

    [Fact]
    public async Task Work_that_only_the_new_version_knows_is_left_to_it()
    {
        await _world.AskedAsync();
        var fresh = (await _world.JoinAsync(NextVersion.Good))[0];
        await StoreAsync(fresh, number: 1);
        await RunAsync(_old);
        Assert.Equal((JobState.Waiting, 0), await ChargeAsync());
        Assert.Equal(DBNull.Value, await CostCentreAsync());

        await RunAsync(fresh);
        Assert.Equal((JobState.Done, 1), await ChargeAsync());
        Assert.Equal("CC-7", await CostCentreAsync());
    }

    [Fact]
    public async Task An_old_process_that_is_started_again_refuses_and_changes_nothing()
    {
        await _world.AskedAsync();
        await _world.JoinAsync(NextVersion.Good);
        await _world.LeaveAsync(_old);
        var before = await EverythingAsync();

        var refused = await Assert.ThrowsAsync<StartException>(() => _world.JoinAsync([null]));
        Assert.Equal(
            $"The database is newer than this program: it has the migration {AddCostCentres.Id}. Start the newer program. Nothing in the database was changed.", refused.Message);
        Assert.Equal(before, await EverythingAsync());
        Assert.Contains("TR-1 is approved", (await _world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_stops_the_start_of_the_new_one_leaves_what_is_there_and_the_old_one_goes_on()
    {
        await _world.AskedAsync();
        var before = await EverythingAsync();

        var refused = await Assert.ThrowsAsync<StartException>(() => _world.JoinAsync(NextVersion.Bad));
        Assert.Contains("Nothing in it was changed.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await EverythingAsync());
        Assert.Contains("TR-1 is approved", (await _world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);

        await _world.JoinAsync(NextVersion.Good);
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await _world.StateAsync());
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres" });
        _old = _world.Bot;
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static Task RunAsync(WebApplication bot) => bot.Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);

    private static async Task StoreAsync(WebApplication bot, int number)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobQueue>().Add(new Charge(number), "tenant");
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None));
    }

    private async Task<(JobState State, int Attempts)> ChargeAsync()
    {
        var job = await _world.StoredAsync(db => db.Jobs.AsNoTracking().SingleAsync(one => one.Kind == Charge.Kind));
        return (job.State, job.Attempts);
    }

    private Task<object?> CostCentreAsync() => _world.Database.ScalarAsync("""SELECT "CostCentre" FROM "Requests" WHERE "Number" = 1""");

    private Task<object?> HistoryAsync() =>
        _world.Database.ScalarAsync($"""SELECT count(*) FROM "__EFMigrationsHistory" WHERE "MigrationId" = '{AddCostCentres.Id}'""");

    private async Task<NpgsqlConnection> HoldGateAsync()
    {
        var holder = new NpgsqlConnection($"{((PostgresDatabase)_world.Database).Connection};Pooling=False");
        await holder.OpenAsync();
        await using var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({NextVersion.Gate})", holder);
        await hold.ExecuteNonQueryAsync();
        return holder;
    }

    private Task<object?> WaitingAsync() => _world.Database.ScalarAsync(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");

    // Every table: how it is made, and every row of it.
    private async Task<string> EverythingAsync() => (string)(await _world.Database.ScalarAsync("SELECT database_to_xml_and_xmlschema(true, true, '')::text"))!;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(s_patience);
        while (!await isSo())
            await Task.Delay(50, late.Token);
    }
}
