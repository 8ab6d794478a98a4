using System.Data.Common;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>VideoSDK has made the trunk, and the database is away when that is to be saved.</summary>
public abstract class SavedInTheEndTests(string backEnd) : IAsyncLifetime
{
    private const string Trunk = "Ab3_-xyz0123456789ab1";

    private readonly Outage _outage = new();
    private HeldVideoSdk _videoSdk = null!;
    private Company _world = null!;

    [Fact]
    public async Task A_trunk_id_is_in_the_log_at_once_and_is_saved_again_until_it_is_saved()
    {
        var (id, work) = await CreatedWhileTheDatabaseIsAwayAsync();
        _outage.IsOn = false;
        await PassUntilAsync(() => work.IsCompleted);
        await work;
        Assert.Equal((RequestState.Created, Trunk), (await _world.StateOfAsync(id), await _world.RowOfAsync(id, request => request.TrunkId)));
        Assert.Contains(Trunk, _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(1, _videoSdk.Posts);
    }

    [Fact]
    public async Task A_process_that_ends_before_has_left_the_id_in_the_log_and_an_Admin_adopts_it()
    {
        var (id, _) = await CreatedWhileTheDatabaseIsAwayAsync();
        _outage.IsOn = false;
        await _world.RestartAsync();
        await _world.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync(id));
        _videoSdk.Shows(Trunk, $$"""
            {"trunkId":"{{Trunk}}","auth":{"username":"acme","password":"{{Sample.Password}}"},"name":"voice agents","domain":"acme.pstn.twilio.com","direction":"outbound","numbers":["+14155550100"]}
            """);
        Assert.Contains("exactly what was approved", (await _world.Ada.SaysAsync($"/trunk adopt {id} {Trunk}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, _videoSdk.Posts);
    }

    public async Task InitializeAsync()
    {
        _videoSdk = HeldVideoSdk.Start();
        _world = await Company.StartAsync(new CompanyOptions
        {
            BackEnd = backEnd,
            Settings = { ["VideoSdk:BaseUrl"] = _videoSdk.Address },
            BackEndAround = inner => new Shaky(inner, _outage),
        });
    }

    public async Task DisposeAsync()
    {
        await _videoSdk.DisposeAsync();
        await _world.DisposeAsync();
    }

    private async Task<(string Id, Task Work)> CreatedWhileTheDatabaseIsAwayAsync()
    {
        var id = await _world.AsksAndGetsAYesAsync();
        var work = _world.RunDueJobsAsync();
        await _videoSdk.Asked(1);
        _outage.IsOn = true;
        _videoSdk.Creates(1, Trunk);
        await PassUntilAsync(() => _outage.Refused >= 3);
        Assert.Contains(_world.Log.Lines, line => line.StartsWith("Information", StringComparison.Ordinal) && line.Contains($"VideoSDK gave {id} the trunk {Trunk}.", StringComparison.Ordinal));
        Assert.Equal(RequestState.Provisioning, await _world.StateOfAsync(id));
        return (id, work);
    }

    private async Task PassUntilAsync(Func<bool> isSo)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            _world.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(10, late.Token);
        }
    }

    private sealed class Outage
    {
        private int _refused;

        public bool IsOn { get; set; }

        public int Refused => Volatile.Read(ref _refused);

        public void Check()
        {
            if (!IsOn)
                return;
            Interlocked.Increment(ref _refused);
            throw new Away();
        }
    }

    private sealed class Away() : DbException("The database is away.");

    private sealed class Shaky(IBackEnd inner, Outage outage) : PassedOn(inner)
    {
        public override Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
        {
            outage.Check();
            return base.WriteAsync(writes, bringsWork, ct);
        }

        public override Task<bool> NoteAsync(RowWrite write, CancellationToken ct)
        {
            outage.Check();
            return base.NoteAsync(write, ct);
        }
    }
}

public sealed class SavedInTheEndOnSqliteTests() : SavedInTheEndTests("Sqlite");

public sealed class SavedInTheEndOnPostgresTests() : SavedInTheEndTests("Postgres");
