using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.Diagnostics.Collected;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>A bot that exports what it measures, through an ordinary day and then through every fault that somebody is to be called for.</summary>
[CollectionDefinition(Collection)]
public sealed class Faults : IAsyncLifetime, IDisposable, ICollectionFixture<Faults>
{
    public const string Collection = "faults";

    private readonly List<Episode> _episodes = [];
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, bool> _instruments = [];
    private Collector _collector = null!;
    private Company _world = null!;

    /// <summary>What was measured in each.</summary>
    internal IReadOnlyList<Episode> Episodes => _episodes;

    /// <summary>Everything that was measured at all.</summary>
    internal IReadOnlyCollection<Measured> Samples => _collector.Samples;

    /// <summary>Everything that could be measured.</summary>
    internal IEnumerable<string> Instruments => _instruments.Keys;

    public async Task InitializeAsync()
    {
        _listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name.StartsWith("TrunkBot", StringComparison.Ordinal))
                _instruments[instrument.Name] = true;
        };
        _listener.Start();
        _collector = await Collector.StartAsync();
        await using (_world = await StartAsync())
        {
            await OrdinaryDayAsync();
            await OfTheChannelAsync();
            await OfStoredWorkAsync();
            await OfVideoSdkAsync();
            await OfTheLoginAsync();
            await OfRacesAsync();
            await OfTheDatabaseAsync();
            await OfTheRoomAsync();
        }

        await using (_world = await StartAsync(("ToBotFromChannelOpenIdMetadataUrl", $"http://127.0.0.1:{Company.FreePort()}/keys")))
            await OfTheKeysAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    public void Dispose() => _listener.Dispose();

    private async Task<Company> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = _collector.Settings;
        foreach (var (key, value) in settings)
            all[key] = value;
        return await Company.StartAsync(new CompanyOptions { Settings = all, Change = Collector.OnlyItsOwn });
    }

    private async Task OrdinaryDayAsync()
    {
        await _world.ApprovedAsync();
        await _world.RunDueJobsAsync();
        await _world.Riya.SaysAsync("/trunk show TR-1");
        await FaultAsync("an ordinary day", [], async () =>
        {
            await _world.AskedAsync();
            await _world.Omar.SaysAsync("/trunk delegate TR-2 mei please");
            await _world.Omar.SaysAsync("/trunk delegate TR-2 me");
            await _world.Omar.SaysAsync("/trunk approve TR-2");
            await _world.RunDueJobsAsync();
            await _world.Riya.SaysAsync("/trunk new --chat");
            await _world.Riya.SaysAsync("voice agents");
            await _world.Riya.SaysAsync("/cancel");
            await _world.Riya.SaysAsync("host: sip.example.org, username: agents");
            await _world.Riya.SaysAsync("the weather is fine");
            await _world.Riya.SaysAsync($"/trunk show {_world.Sandbox.VideoSdk.Trunks[0].TrunkId}");
            _world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 404, Method = "GET" });
            await _world.Ada.SaysAsync($"/trunk show {_world.Sandbox.VideoSdk.Trunks[0].TrunkId}");
        });
        await FaultAsync("the process ends", ["TrunkBotAbsent"], () => Task.CompletedTask);
        _episodes[^1] = _episodes[^1] with { During = new Dictionary<string, Measured>() };
    }

    private async Task OfTheChannelAsync()
    {
        await FaultAsync("the channel answers late", ["TrunkBotTurnsSlow"], async () =>
        {
            var answer = FailingAsync(new Fault { Kind = "latency", Milliseconds = 5000 });
            // Until the answer itself is what is late: a sign that the bot is typing is sent after a while, and would be late in its place.
            while (_world.Sandbox.Channel.Faults.Waiting.Count > 0 && !answer.IsCompleted)
                await Task.Delay(10);
            for (; !answer.IsCompleted; await Task.WhenAny(answer, Task.Delay(10)))
                _world.Clock.Advance(TimeSpan.FromSeconds(1));
        });
        await FaultAsync("the channel takes no message", ["TrunkBotSendsRefused"], () => FailingAsync(new Fault { Status = 401, Times = 10 }));
        await FaultAsync("the channel slows the bot down", ["TrunkBotThrottled"], () => FailingAsync(new Fault { Status = 429, RetryAfter = 1, Times = 1 }));
        await _world.PassAsync(TimeSpan.FromSeconds(5));

        Task FailingAsync(Fault fault)
        {
            _world.Sandbox.Channel.Faults.Add(fault with { Method = "POST" });
            return _world.Riya.SaysAsync("/trunk list");
        }
    }

    private async Task OfStoredWorkAsync()
    {
        await FaultAsync("an approver is away", ["TrunkBotApprovalsWait"], async () =>
        {
            await _world.AskedAsync();
            await _world.PassAsync(TimeSpan.FromHours(49));
        });
        await _world.Omar.SaysAsync($"/trunk reject {await NewestAsync()} no");
        await _world.PassAsync(TimeSpan.FromMinutes(5));
        await FaultAsync("nobody does the work", ["TrunkBotWorkNotDone"], async () =>
        {
            await _world.Riya.SaysAsync("/trunk new");
            await _world.Riya.ClicksAsync("Submit", inputs: Sample.Another(4));
            _world.Clock.Advance(TimeSpan.FromMinutes(11));
        });
        await _world.RunDueJobsAsync();
        await _world.Omar.SaysAsync($"/trunk reject {await NewestAsync()} no");
        await _world.RunDueJobsAsync();
        await FaultAsync("work is given up", ["TrunkBotSendsRefused", "TrunkBotWorkParked"], async () =>
        {
            await _world.Riya.SaysAsync("/trunk new");
            await _world.Riya.ClicksAsync("Submit", inputs: Sample.Another(5));
            _world.Sandbox.Channel.Faults.Add(new Fault { Status = 400, Times = 100, Method = "POST" });
            await _world.RunDueJobsAsync();
        });
        await _world.Ada.SaysAsync("/trunk jobs dismiss all");
        await _world.Riya.SaysAsync($"/trunk cancel {await NewestAsync()}");
        await _world.RunDueJobsAsync();
    }

    private async Task OfVideoSdkAsync()
    {
        await FaultAsync("VideoSDK's answer is lost", ["TrunkBotOutcomeUnknown", "TrunkBotVideoSdkFails"], () => CreateAsync(new Fault { Kind = "drop-after" }));
        await _world.Ada.SaysAsync($"/trunk close {await NewestAsync()}");
        await FaultAsync("VideoSDK refuses the key", ["TrunkBotRequestsOnHold", "TrunkBotVideoSdkFails"], () => CreateAsync(new Fault { Status = 401 }));
        await _world.Ada.SaysAsync("/trunk retry all");
        await _world.RunDueJobsAsync();
        await FaultAsync("VideoSDK finds fault with a request", [], () => CreateAsync(new Fault { Status = 400 }));

        async Task CreateAsync(Fault fault)
        {
            await _world.AskedAsync();
            _world.Sandbox.VideoSdk.Faults.Add(fault);
            await _world.Omar.SaysAsync($"/trunk approve {await NewestAsync()}");
            await _world.RunDueJobsAsync();
        }
    }

    private async Task OfTheLoginAsync()
    {
        await FaultAsync("the login gives no token", ["TrunkBotSendsRefused", "TrunkBotTokenRefreshFails"], async () =>
        {
            _world.Sandbox.Login.Faults.Add(new Fault { Status = 401, Times = 20 });
            await _world.PassAsync(TimeSpan.FromHours(2));
            await _world.Riya.SaysAsync("/trunk list");
            _world.Sandbox.Login.Faults.Clear();
        });
        await _world.PassAsync(TimeSpan.FromMinutes(5));
    }

    private Task OfRacesAsync() => FaultAsync("two change the same row", ["TrunkBotLostRaces"], async () =>
    {
        Assert.True(await (await PutOffAsync())());
        var (first, second) = (await PutOffAsync(), await PutOffAsync());
        Assert.True(await first());
        Assert.False(await second());
    });

    // Reads a job, and saves it later.
    private async Task<Func<Task<bool>>> PutOffAsync()
    {
        var scope = _world.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        var job = await db.Jobs.SingleAsync(one => one.Id == HousekeepingJob.JobId);
        return async () =>
        {
            await using (scope)
            {
                job.Repeat(_world.Clock.GetUtcNow() + TimeSpan.FromHours(1));
                return await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None);
            }
        };
    }

    private async Task OfTheDatabaseAsync()
    {
        await FaultAsync("the database is gone", ["TrunkBotDatabaseTakesNoChanges", "TrunkBotTurnsFail"], async () =>
        {
            Directory.Move(_world.Folder, $"{_world.Folder}-elsewhere");
            await _world.Riya.SaysAsync("/trunk list");
            await UntilAsync("""trunkbot_ready{part="database"}""", 0);
        });
        Directory.Move($"{_world.Folder}-elsewhere", _world.Folder);
        await UntilAsync("""trunkbot_ready{part="database"}""", 1);
    }

    private async Task OfTheRoomAsync()
    {
        var channel = _world.Sandbox.Channel;
        await _world.Ada.SaysAsync("/trunk approvals here", "group");
        await _world.RunDueJobsAsync();
        await FaultAsync("the bot is taken out of the approvals room", ["TrunkBotNoApprovalsRoom"], () => channel.DeliverAsync("ada", "group", new JsonObject
        {
            ["type"] = "conversationUpdate",
            ["membersRemoved"] = new JsonArray(channel.Compose("ada", "group", [])["recipient"]!.DeepClone()),
        }));
    }

    private Task OfTheKeysAsync() => FaultAsync("the channel's keys cannot be read", ["TrunkBotKeyRefreshFails"], () => _world.Riya.SaysAsync("/trunk list"));

    private async Task<string> NewestAsync() =>
        new RequestId(await _world.StoredAsync(db => db.Requests.MaxAsync(request => request.Number))).ToString();

    // A look at the database counts for a second.
    private async Task UntilAsync(string series, double value)
    {
        while ((await _collector.AskAsync(_world.Bot))[series].Value != value)
            await Task.Delay(50);
    }

    private async Task FaultAsync(string name, string[] fires, Func<Task> provoke)
    {
        var before = await _collector.AskAsync(_world.Bot);
        await provoke();
        _world.Sandbox.Channel.Faults.Clear();
        _episodes.Add(new Episode(name, Ours(before), Ours(await _collector.AskAsync(_world.Bot)), fires));
    }

    private static Dictionary<string, Measured> Ours(IReadOnlyDictionary<string, Measured> all) =>
        all.Where(one => one.Value.Name.StartsWith("trunkbot_", StringComparison.Ordinal)).ToDictionary(one => one.Key, one => one.Value);
}
