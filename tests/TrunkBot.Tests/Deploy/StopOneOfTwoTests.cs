using System.Globalization;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.VideoSdk;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Deploy;

/// <summary>One of two processes is asked to end (SIGTERM) with something in hand. A lease lasts for an hour here: what is done is not done because one ran out.</summary>
public sealed class StopOneOfTwoTests : IAsyncLifetime
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private PostgresDatabase _database = null!;

    [Fact]
    public async Task In_the_middle_of_a_create_it_keeps_the_answer_and_ends_well_while_the_other_goes_on_and_tells()
    {
        using var late = new CancellationTokenSource(s_longest);
        await using var here = new HeldVideoSdk("Ab3_-xyz0123456789ab1");
        await using var there = new HeldVideoSdk("Ab3_-xyz0123456789ab2");
        await using var one = await StartAsync(("VideoSdk:BaseUrl", here.Address));
        await using var two = await StartAsync(("VideoSdk:BaseUrl", there.Address));
        await AskAndApproveAsync(1);
        // Either may have taken it.
        var isHere = await Task.WhenAny(here.Asked, there.Asked).WaitAsync(late.Token) == here.Asked;
        var (creating, other, its, others) = isHere ? (one, two, here, there) : (two, one, there, here);

        var ending = creating.Bot.TerminateAsync();
        _sandbox.BotEndpoint = other.Endpoint;
        await UntilAsync(async () => !await creating.ListensAsync(late.Token), late.Token);
        others.Answer();
        await AskAndApproveAsync(2);
        await _sandbox.Channel.Sent.WaitForAsync(sent => IsToldCreated(sent, 2), late.Token);
        Assert.False(ending.IsCompleted);
        its.Answer();

        Assert.Equal(0, await ending);
        Assert.Equal("Created", await _database.ScalarAsync("""SELECT "State" FROM "Requests" WHERE "Number" = 1"""));
        await UntilAsync(async () => await _database.ScalarAsync("""SELECT count(*) FROM "Jobs" WHERE "State" = 0 AND "Kind" IN ('send-activity', 'show-approval')""") is 0L, late.Token);
        Assert.Equal(1, _sandbox.Channel.Sent.Count(sent => IsToldCreated(sent, 1)));
        Assert.Equal((1, 1), (here.Posts, there.Posts));
    }

    [Fact]
    public async Task What_it_cannot_finish_it_hands_back_and_the_other_does_it_without_waiting_for_the_lease()
    {
        using var late = new CancellationTokenSource(s_longest);
        await using var one = await StartAsync();
        await OpenFormAsync();
        _sandbox.Channel.Faults.Add(new Fault { Kind = "latency", Milliseconds = 600_000, Method = "POST", Conversation = _sandbox.Channel.ConversationId("room") });
        await SubmitAsync(1);
        await UntilAsync(() => Task.FromResult(_sandbox.Channel.Faults.Waiting.Count == 0), late.Token);
        await using var two = await StartAsync();
        Assert.Equal(0, _sandbox.Channel.Sent.Count(IsAsked));

        Assert.Equal(0, await one.Bot.TerminateAsync());
        await _sandbox.Channel.Sent.WaitForAsync(IsAsked, late.Token);
        Assert.Equal(1, _sandbox.Channel.Sent.Count(IsAsked));
    }

    public async Task InitializeAsync()
    {
        await _sandbox.StartAsync();
        _database = await MigratedDatabases.CopyInClusterAsync();
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }

    private bool IsToldCreated(SentActivity sent, int number) =>
        sent.ConversationId == _sandbox.Channel.ConversationId("personal", "riya")
        && Cards.Words(sent.Card) is var words && words.Contains("Trunk id:", StringComparison.Ordinal) && words.Contains($"TR-{number}", StringComparison.Ordinal);

    private bool IsAsked(SentActivity sent) =>
        sent.ConversationId == _sandbox.Channel.ConversationId("room") && Cards.Words(sent.Card).Contains("TR-1", StringComparison.Ordinal);

    private async Task AskAndApproveAsync(int number)
    {
        await OpenFormAsync();
        await SubmitAsync(number);
        Assert.Contains($"TR-{number} is approved", (await new Talker(_sandbox, "omar").SaysAsync($"/trunk approve TR-{number}")).Text, StringComparison.Ordinal);
    }

    private Task<Heard> OpenFormAsync() => new Talker(_sandbox, "riya").SaysAsync("/trunk new");

    private async Task SubmitAsync(int number) =>
        Assert.Equal(200, (await new Talker(_sandbox, "riya").ClicksAsync("Submit", inputs: Sample.Another(number))).Delivery.Status);

    private async Task<Machine> StartAsync(params (string Key, string Value)[] changes)
    {
        var port = Company.FreePort();
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(port, "unused.db"))
        {
            ["Jobs:LeaseFor"] = "01:00:00",
            ["Jobs:StopWithin"] = "00:03:00",
            ["VideoSdk:Timeout"] = "00:02:00",
        };
        foreach (var (key, value) in _database.Settings)
            settings[key] = value;
        foreach (var (key, value) in changes)
            settings[key] = value;
        var bot = await BotProcess.StartAsync(settings);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        _sandbox.BotEndpoint = new Uri(address, "/api/messages");
        return new Machine(bot, address);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken ct)
    {
        while (!await isSo())
            await Task.Delay(50, ct);
    }

    private sealed record Machine(BotProcess Bot, Uri Address) : IAsyncDisposable
    {
        public Uri Endpoint => new(Address, "/api/messages");

        public async Task<bool> ListensAsync(CancellationToken ct)
        {
            using var http = new HttpClient();
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "/health/live"), ct);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    /// <summary>A VideoSDK that takes a create and answers when it is told to.</summary>
    private sealed class HeldVideoSdk : IAsyncDisposable
    {
        private readonly TaskCompletionSource _asked = new(), _answer = new();
        private readonly RawServer _server;

        public HeldVideoSdk(string trunkId) => _server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            _asked.TrySetResult();
            await _answer.Task;
            await connection.WriteAsync(RawServer.Answer("200 OK", $$"""{"trunkId":"{{trunkId}}"}"""));
        });

        public string Address => _server.Address;

        public int Posts => _server.Posts;

        public Task Asked => _asked.Task;

        public void Answer() => _answer.TrySetResult();

        public async ValueTask DisposeAsync()
        {
            Answer();
            await _server.DisposeAsync();
        }
    }
}
