using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>A process is stopped when it has saved that a create is about to leave, and goes on when its lease is long over.</summary>
public abstract class StoppedBeforeSendingTests(string backEnd) : IAsyncLifetime
{
    private readonly Stop _stop = new();
    private Company _world = null!;

    [Fact]
    public async Task What_was_not_sent_before_the_lease_ended_is_not_sent_after_it_and_is_created_once()
    {
        var id = await _world.AsksAndGetsAYesAsync();
        _stop.Arm();
        var work = RunAsync(_world.Bots[0]);
        await _stop.IsReached;
        Assert.Equal(RequestState.Provisioning, await _world.StateOfAsync(id));
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        if (_world.Bots.Count > 1)
        {
            await RunAsync(_world.Bots[1]);
            Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync(id));
        }

        _stop.GoOn();
        await work;
        Assert.Equal((0, RequestState.Approved), (_world.Posts(), await _world.StateOfAsync(id)));

        await _world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal((1, RequestState.Created), (_world.Posts(), await _world.StateOfAsync(id)));
        Assert.Contains(Assert.Single(_world.Sandbox.VideoSdk.Trunks).TrunkId, _world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_Admin_had_sent_again_meanwhile_is_sent_once()
    {
        if (_world.Bots.Count == 1)
            return; // nobody else declares it unknown
        var id = await _world.AsksAndGetsAYesAsync();
        _stop.Arm();
        var work = RunAsync(_world.Bots[0]);
        await _stop.IsReached;
        _world.TalkTo(_world.Bots[1]);
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(_world.Bots[1]);
        await _world.Ada.SaysAsync($"/trunk resend {id}");
        await RunAsync(_world.Bots[1]);
        Assert.Equal((1, RequestState.Created), (_world.Posts(), await _world.StateOfAsync(id)));

        _stop.GoOn();
        await work;
        await _world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal((1, RequestState.Created), (_world.Posts(), await _world.StateOfAsync(id)));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(
        new CompanyOptions { BackEnd = backEnd, Processes = backEnd == "Postgres" ? 2 : 1, BackEndAround = inner => new Stopping(inner, _stop) });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static Task RunAsync(WebApplication bot) => bot.Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);

    private sealed class Stop
    {
        private readonly TaskCompletionSource _reached = new(), _goOn = new();
        private int _armed;

        public Task IsReached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Arm() => _armed = 1;

        public void GoOn() => _goOn.TrySetResult();

        public Task HereAsync()
        {
            if (Interlocked.Exchange(ref _armed, 0) == 0)
                return Task.CompletedTask;
            _reached.TrySetResult();
            return _goOn.Task;
        }
    }

    private sealed class Stopping(IBackEnd inner, Stop stop) : PassedOn(inner)
    {
        public override async Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
        {
            var done = await base.WriteAsync(writes, bringsWork, ct);
            if (writes.Any(write => write.Values.Contains("Provisioning")))
                await stop.HereAsync();
            return done;
        }
    }
}

public sealed class StoppedBeforeSendingOnSqliteTests() : StoppedBeforeSendingTests("Sqlite");

public sealed class StoppedBeforeSendingOnPostgresTests() : StoppedBeforeSendingTests("Postgres");
