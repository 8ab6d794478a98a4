using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Audit.Verifying;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>Who has a job, who has lost it, and who waits for nobody: the database decides.</summary>
public abstract class LeaseTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;

    [Fact]
    public async Task A_worker_that_stalls_is_taken_over_and_what_it_then_does_is_refused()
    {
        await _world.AsksAndGetsAYesAsync();
        var (stalled, other) = (_world.Bots[0], _world.Bots[^1]);
        var job = await _world.StoredAsync(db => db.Jobs.AsNoTracking().SingleAsync(one => one.Kind == "provision-trunk"));
        await using var scope = stalled.Services.CreateAsyncScope();
        var (db, commit) = (scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), scope.ServiceProvider.GetRequiredService<Commit>());
        Assert.True(await LeaseAsync(stalled, job.Id));
        Assert.False(await LeaseAsync(other, job.Id));
        var held = await db.Jobs.SingleAsync(one => one.Id == job.Id);

        _world.Clock.Advance(stalled.Services.GetRequiredService<IOptions<JobOptions>>().Value.LeaseFor + TimeSpan.FromSeconds(1));
        await other.Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<AuditTrail>().ByTrunkBot("tenant", AuditTrail.Settings, "too late");
        held.Finish();

        Assert.False(await commit.TrySaveAsync(db, CancellationToken.None));
        Assert.Equal(1, _world.Posts());
        Assert.Empty(await _world.StoredAsync(one => one.Audit.AsNoTracking().Where(entry => entry.Act == "too late").ToListAsync()));
    }

    [Fact]
    public async Task Sixteen_who_write_into_one_chain_of_the_audit_at_once_come_one_after_the_other()
    {
        var saved = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(() => AppendAsync(_world.Bots[number % _world.Bots.Count]))));
        Assert.All(saved, Assert.True);
        var entries = await _world.StoredAsync(db => db.Audit.AsNoTracking()
            .Where(entry => entry.TenantId == "crowded").OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 16).Select(number => (long)number), entries);
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None)).Flaws);
    }

    [Fact]
    public async Task Two_answers_in_one_conversation_at_once_both_count_in_some_order()
    {
        await _world.Riya.SaysAsync("/trunk new --chat");
        await Task.WhenAll(Task.Run(() => _world.Riya.SaysAsync("one.pstn.twilio.com")), Task.Run(() => _world.Riya.SaysAsync("two.pstn.twilio.com")));

        var fields = (await _world.StoredAsync(db => db.Set<TrunkBot.Trunks.Requests.TrunkRequest>().AsNoTracking().SingleAsync())).Fields;
        Assert.Equal(["one.pstn.twilio.com", "two.pstn.twilio.com"], new[] { fields.Name, fields.Domain }.Order());
        Assert.Equal(3, _world.Riya.Sees().Count);
    }

    public async Task InitializeAsync() =>
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Processes = backEnd == "Postgres" ? 2 : 1 });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private Task<bool> LeaseAsync(WebApplication bot, Guid id)
    {
        var (commit, now) = (bot.Services.GetRequiredService<Commit>(), _world.Clock.GetUtcNow());
        var until = now + bot.Services.GetRequiredService<IOptions<JobOptions>>().Value.LeaseFor;
        return commit.TrySaveAsync(JobChanges.Lease(id, "a worker", now, until), CancellationToken.None);
    }

    private static async Task<bool> AppendAsync(WebApplication bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditTrail>().ByTrunkBot("crowded", AuditTrail.Settings, "was there");
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        return await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None);
    }
}

public sealed class LeaseOnSqliteTests() : LeaseTests("Sqlite");

public sealed class LeaseOnPostgresTests() : LeaseTests("Postgres");
