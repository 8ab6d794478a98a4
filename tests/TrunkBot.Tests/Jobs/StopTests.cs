using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>What a process leaves behind when it is asked to end, and what it throws away.</summary>
public abstract class StopTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;
    private Action? _atLease;

    [Fact]
    public async Task What_was_taken_and_not_done_is_handed_back_at_the_end()
    {
        await _world.AsksAsync();
        var worker = _world.Bot.Services.GetRequiredService<JobWorker>();
        using var end = new CancellationTokenSource();
        _atLease = end.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.RunDueAsync(end.Token));
        Assert.NotEqual(0, await LeasedAsync());

        await worker.StopAsync(CancellationToken.None);
        Assert.Equal(0, await LeasedAsync());
        await _world.RunDueJobsAsync();
        Assert.Contains("TR-1", _world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_marks_go_however_many_there_are()
    {
        await _world.StoredAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
            INSERT INTO "SeenActivities" ("Key", "Status", "Body", "At") SELECT 'old ' || i, 200, NULL, 0 FROM n
            """));
        await _world.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(0, await _world.StoredAsync(db => db.SeenActivities.CountAsync()));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, BackEndAround = inner => new Watched(inner, this) });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private Task<int> LeasedAsync() => _world.StoredAsync(db => db.Jobs.CountAsync(job => job.LeasedUntil != null));

    /// <summary>Sees work being taken.</summary>
    private sealed class Watched(IBackEnd inner, StopTests test) : PassedOn(inner)
    {
        public override async Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
        {
            var done = await base.WriteAsync(writes, bringsWork, ct);
            if (writes.Any(write => write.Sql.Contains("\"LeasedBy\"", StringComparison.Ordinal)))
                test._atLease?.Invoke();
            return done;
        }
    }
}

public sealed class StopOnSqliteTests() : StopTests("Sqlite");

public sealed class StopOnPostgresTests() : StopTests("Postgres");
