using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Approvals;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>How a changed entity becomes a row: whole when it is new, then what has changed of it, and only where nobody was faster.</summary>
public abstract class RowSqlTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;
    private AsyncServiceScope _scope;

    [Fact]
    public async Task A_change_takes_back_nothing_that_was_noted_beside_it_meanwhile()
    {
        var approval = await Db.Approvals.SingleAsync();
        await _world.Database.ExecuteAsync("""UPDATE "Approvals" SET "PostId" = 'noted meanwhile'""");
        approval.Tell("told");
        Assert.True(await SaveAsync());

        var stored = await StoredAsync();
        Assert.Equal(("noted meanwhile", "told"), (stored.PostId, stored.Outcome));
    }

    [Fact]
    public async Task Of_two_changes_of_what_both_have_read_the_second_is_refused_and_nothing_of_its_transaction_is_stored()
    {
        var approval = await Db.Approvals.SingleAsync();
        await ElsewhereAsync(one => one.Tell("first"));
        approval.Tell("second");
        var job = new Job(Guid.CreateVersion7(), "beside", null, "", _world.Clock.GetUtcNow());
        Db.Add(job);
        Assert.False(await SaveAsync());

        Assert.Equal("first", (await StoredAsync()).Outcome);
        Assert.False(await _world.StoredAsync(db => db.Jobs.AnyAsync(one => one.Id == job.Id)));
    }

    [Fact]
    public async Task What_somebody_has_changed_meanwhile_is_not_deleted_and_what_is_gone_is_not_changed()
    {
        var approval = await Db.Approvals.SingleAsync();
        await ElsewhereAsync(one => one.Tell("changed"));
        Db.Remove(approval);
        Assert.False(await SaveAsync());
        Assert.Equal("changed", (await StoredAsync()).Outcome);

        Db.ChangeTracker.Clear();
        approval = await Db.Approvals.SingleAsync();
        await _world.Database.ExecuteAsync("""DELETE FROM "Approvals" """);
        approval.Tell("too late");
        Assert.False(await SaveAsync());
    }

    [Fact]
    public async Task What_is_there_already_is_not_added_again()
    {
        var waiting = await Db.Jobs.AsNoTracking().OrderBy(job => job.Id).FirstAsync();
        Db.Add(new Job(waiting.Id, "another", null, "", _world.Clock.GetUtcNow()));
        Assert.False(await SaveAsync());
        Assert.Equal(waiting.Kind, await _world.StoredAsync(db => db.Jobs.Where(job => job.Id == waiting.Id).Select(job => job.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Every_kind_of_value_is_read_as_it_was_stored()
    {
        var stored = await StoredAsync();
        Assert.Equal(("TR-1", ApprovalState.Open, TrunkBot.Access.Role.Approver, 1), (stored.SubjectId, stored.State, stored.Role, stored.Required));
        Assert.Equal(_world.Clock.GetUtcNow().ToUnixTimeMilliseconds(), stored.AskedAt.ToUnixTimeMilliseconds());
        Assert.Equal((await _world.RequestAsync()).Fingerprint, stored.Fingerprint);
        Assert.Contains(stored.Facts, fact => fact.Value == "+14155550100");
        Assert.Null(stored.SecondRoom);
        Assert.False((await _world.RequestAsync()).InChat);
        Assert.Equal("voice agents", (await _world.RequestAsync()).Fields.Name);
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await _world.AskedAsync();
        _scope = _world.Bot.Services.CreateAsyncScope();
    }

    public async Task DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _world.DisposeAsync();
    }

    private TrunkBotDbContext Db => _scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();

    private Task<bool> SaveAsync() => _scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(Db, CancellationToken.None);

    private async Task ElsewhereAsync(Action<Approval> change)
    {
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        change(await db.Approvals.SingleAsync());
        Assert.True(await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None));
    }

    private Task<Approval> StoredAsync() => _world.StoredAsync(db => db.Approvals.AsNoTracking().SingleAsync());
}

public sealed class RowSqlOnSqliteTests() : RowSqlTests("Sqlite");

public sealed class RowSqlOnPostgresTests() : RowSqlTests("Postgres");
