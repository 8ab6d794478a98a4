using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Audit;
using TrunkBot.Storage;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Storage;

/// <summary>A process is frozen, or its machine is, in the middle of a transaction. Its rows stay locked until the server ends it.</summary>
public sealed class StalledCommitTests : IAsyncLifetime
{
    // The server waits five seconds.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(25);

    private StallingLine _line = null!;
    private Company _world = null!;

    [Fact]
    public async Task Another_process_goes_on_and_the_frozen_one_saves_again_when_it_wakes()
    {
        _line.StallNextCommit();
        var frozen = AppendAsync(_world.Bots[0], "woke up");
        await _line.Stalled.WaitAsync(s_patience);

        Assert.True(await AppendAsync(_world.Bots[1], "went on").WaitAsync(s_patience));
        Assert.False(frozen.IsCompleted);

        _line.GoOn();
        Assert.True(await frozen.WaitAsync(s_patience));
        var acts = await _world.StoredAsync(db => db.Audit.AsNoTracking()
            .Where(entry => entry.TenantId == "stalled").OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
        Assert.Equal(["went on", "woke up"], acts);
    }

    public async Task InitializeAsync()
    {
        var database = await MigratedDatabases.CopyInClusterAsync();
        _line = StallingLine.To(database);
        _world = await Company.StartAsync(new CompanyOptions
        {
            BackEnd = "Postgres",
            Database = database,
            Processes = 2,
            Settings = new() { ["ConnectionStrings:TrunkBot"] = _line.Connection },
        });
    }

    public async Task DisposeAsync()
    {
        _line.GoOn();
        await _world.DisposeAsync();
        await _line.DisposeAsync();
    }

    private static async Task<bool> AppendAsync(WebApplication bot, string act)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditTrail>().ByTrunkBot("stalled", AuditTrail.Settings, act);
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        return await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None);
    }
}
