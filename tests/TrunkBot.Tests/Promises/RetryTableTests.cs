using System.Globalization;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>Whatever VideoSDK answers to a create: how often it is asked, what becomes of the request, and what people read.</summary>
public sealed class RetryTableTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1), s_hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(400, "Change what VideoSDK names and ask again.")]
    [InlineData(405, "Ask the people who run TrunkBot")]
    [InlineData(409, "ask again with another name")]
    [InlineData(413, "Ask the people who run TrunkBot")]
    [InlineData(422, "Change what VideoSDK names and ask again.")]
    [InlineData(451, "Ask the people who run TrunkBot")]
    public async Task A_refusal_for_good_fails_the_request_and_says_what_to_change(int status, string remedy)
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = status, Message = "not today" });

        await world.RunDueJobsAsync();
        await world.PassAsync(2 * s_hour, TimeSpan.FromMinutes(20));

        Assert.Equal(1, world.Posts());
        Assert.Equal(RequestState.Failed, await world.StateOfAsync(id));
        Assert.Null(await world.RowOfAsync(id, request => request.ProtectedPassword));
        Assert.Empty(world.Sandbox.VideoSdk.Trunks);
        foreach (var read in BothPlaces(world))
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Not created. VideoSDK answered {status}: not today"), read, StringComparison.Ordinal);
            Assert.Contains(remedy, read, StringComparison.Ordinal);
        }

        Assert.NotNull(world.Riya.CardWith("Ask again"));
    }

    public static TheoryData<string, Fault> Lost => new()
    {
        { "408", new Fault { Status = 408 } },
        { "a redirect", new Fault { Kind = "redirect" } },
        { "304", new Fault { Status = 304 } },
        { "500", new Fault { Status = 500 } },
        { "500 after it was made", new Fault { Status = 500, When = "after" } },
        { "502", new Fault { Status = 502 } },
        { "503 that names no time", new Fault { Status = 503 } },
        { "504", new Fault { Status = 504 } },
        { "a 2xx that breaks off", new Fault { Kind = "garbage" } },
        { "a 2xx without a trunk id", new Fault { Kind = "no-trunk-id" } },
        { "204", new Fault { Status = 204 } },
        { "a connection that broke before it was made", new Fault { Kind = "drop-before" } },
        { "a connection that broke after it was made", new Fault { Kind = "drop-after" } },
    };

    [Theory, MemberData(nameof(Lost))]
    public async Task A_lost_answer_is_never_sent_again_and_a_person_is_asked(string what, Fault fault)
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(fault);

        await world.RunDueJobsAsync();
        await world.PassAsync(2 * s_hour, TimeSpan.FromMinutes(20));

        await AssertUnknownAsync(world, id, what);
        await world.PassAsync(TimeSpan.FromDays(7));
        Assert.Null(await world.RowOfAsync(id, request => request.ProtectedPassword));
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateOfAsync(id));
        Assert.Equal(1, world.Posts());
    }

    [Fact]
    public async Task Silence_until_the_time_is_up_is_a_lost_answer_too()
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "hang" });

        using var late = new CancellationTokenSource(s_minute);
        var work = world.RunDueJobsAsync();
        await world.Sandbox.VideoSdk.Requests.WaitForAsync(request => request.Method == "POST", late.Token);
        Assert.Equal(RequestState.Provisioning, await world.StateOfAsync(id));
        world.Clock.Advance(TimeSpan.FromSeconds(31));
        await work;
        await world.PassAsync(2 * s_hour, TimeSpan.FromMinutes(20));

        await AssertUnknownAsync(world, id, "silence");
        Assert.Contains("didn't answer in time", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_long_for_an_answer_is_not_taken_for_dead()
    {
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            Settings = { ["VideoSdk:Timeout"] = "00:05:00", ["Jobs:LeaseFor"] = "00:00:10" },
        });
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 200_000 });

        using var late = new CancellationTokenSource(s_minute);
        var work = world.RunDueJobsAsync();
        await world.Sandbox.VideoSdk.Requests.WaitForAsync(request => request.Method == "POST", late.Token);
        await world.PassAsync(TimeSpan.FromSeconds(190), TimeSpan.FromSeconds(19));
        Assert.Equal(RequestState.Provisioning, await world.StateOfAsync(id));
        world.Clock.Advance(TimeSpan.FromSeconds(20));
        await work;
        await AssertCreatedAsync(world, id, posts: 1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_refusal_that_names_a_time_is_sent_again_then_and_not_before(int status)
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = status, RetryAfter = 600, Message = "too many" });

        await world.RunDueJobsAsync();
        await world.PassAsync(TimeSpan.FromSeconds(590), TimeSpan.FromSeconds(59));
        Assert.Equal(1, world.Posts());
        Assert.Equal(RequestState.Approved, await world.StateOfAsync(id));
        var shown = await world.Riya.SaysAsync($"/trunk show {id}");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Approved, and waiting. VideoSDK answered {status}: too many"), shown.Text.Aloud(), StringComparison.Ordinal);
        Assert.Contains("TrunkBot tries again at", shown.Text.Aloud(), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromSeconds(11));
        await AssertCreatedAsync(world, id, posts: 2);
    }

    [Theory]
    [InlineData(503, 90)]
    [InlineData(429, 600)]
    public async Task Whoever_waits_for_VideoSDK_reads_once_why_and_when_it_is_tried_next(int status, int seconds)
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = status, RetryAfter = seconds, Message = "full today", Times = 3 });

        var next = world.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        await world.RunDueJobsAsync();
        foreach (var read in BothPlaces(world))
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Approved, and waiting. VideoSDK answered {status}: full today."), read, StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"TrunkBot tries again at {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC."), read, StringComparison.Ordinal);
        }

        await world.PassAsync(TimeSpan.FromSeconds(3.5 * seconds), TimeSpan.FromSeconds(10));
        Assert.Equal(1, world.Riya.Sees().Count(sent => Cards.Words(sent.Card).Contains("full today", StringComparison.Ordinal)));
        await AssertCreatedAsync(world, id, posts: 4);
    }

    [Fact]
    public async Task A_wait_that_is_over_at_once_is_not_talked_about()
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, Times = 2, Message = "full today" });
        await world.RunDueJobsAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("full today", world.Riya.Reads(), StringComparison.Ordinal);
        await AssertCreatedAsync(world, id, posts: 3);
    }

    [Fact]
    public async Task A_429_that_names_no_time_is_sent_again_with_growing_pauses()
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, Times = 4 });

        await world.RunDueJobsAsync();
        await world.PassAsync(s_minute, TimeSpan.FromSeconds(1));

        var times = world.Sandbox.VideoSdk.Requests.Select(request => request.Time).ToArray();
        var pauses = times.Zip(times.Skip(1), (first, next) => next - first).ToArray();
        Assert.Equal(pauses.Order(), pauses);
        Assert.All(pauses, pause => Assert.True(pause >= TimeSpan.FromSeconds(1)));
        await AssertCreatedAsync(world, id, posts: 5);
    }

    [Fact]
    public async Task A_refusal_that_does_not_end_is_given_up_after_an_hour()
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, RetryAfter = 300, Times = 100, Message = "full" });

        await world.RunDueJobsAsync();
        await world.PassAsync(s_hour + s_minute, s_minute);
        await AssertGivenUpAsync(world, id, "full");
        var posts = world.Posts();
        Assert.InRange(posts, 10, 13);
        await world.PassAsync(s_hour, TimeSpan.FromMinutes(10));
        Assert.Equal(posts, world.Posts());
    }

    [Fact]
    public async Task A_time_that_lies_beyond_the_hour_is_not_waited_for()
    {
        await using var world = await Company.StartAsync();
        var id = await world.AsksAndGetsAYesAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 503, RetryAfter = 86_400, Message = "tomorrow" });

        await world.RunDueJobsAsync();
        await world.PassAsync(s_hour + s_minute);
        Assert.Equal(1, world.Posts());
        await AssertGivenUpAsync(world, id, "tomorrow");
    }

    [Theory]
    [InlineData("a port where nobody listens", "can't be reached")]
    [InlineData("a name that nobody has", "can't be found")]
    [InlineData("a port that does not speak TLS", "secure connection")]
    public async Task What_never_left_is_sent_when_the_way_is_open_again(string where, string reason)
    {
        await using var world = await Company.StartAsync();
        var open = world.Sandbox.Address.GetLeftPart(UriPartial.Authority);
        await world.RestartAsync(("VideoSdk:BaseUrl", where switch
        {
            "a port where nobody listens" => $"http://127.0.0.1:{Company.FreePort()}",
            "a name that nobody has" => "https://videosdk.invalid",
            _ => $"https://127.0.0.1:{world.Sandbox.Address.Port}",
        }));
        var id = await world.AsksAndGetsAYesAsync();

        await world.RunDueJobsAsync();
        await world.PassAsync(TimeSpan.FromMinutes(10), s_minute);
        Assert.Equal(0, world.Posts());
        Assert.Equal(RequestState.Approved, await world.StateOfAsync(id));
        Assert.Contains(reason, (await world.Riya.SaysAsync($"/trunk show {id}")).Text, StringComparison.Ordinal);

        await world.RestartAsync(("VideoSdk:BaseUrl", open));
        await world.PassAsync(TimeSpan.FromMinutes(6), s_minute);
        await AssertCreatedAsync(world, id, posts: 1);
    }

    [Fact]
    public async Task What_cannot_leave_for_an_hour_fails_without_a_single_post()
    {
        await using var world = await Company.StartAsync();
        await world.RestartAsync(("VideoSdk:BaseUrl", $"http://127.0.0.1:{Company.FreePort()}"));
        var id = await world.AsksAndGetsAYesAsync();

        await world.RunDueJobsAsync();
        await world.PassAsync(s_hour + TimeSpan.FromMinutes(6), s_minute);
        Assert.Equal(0, world.Posts());
        await AssertGivenUpAsync(world, id, "can't be reached");
    }

    private static IEnumerable<string> BothPlaces(Company world) => [world.Riya.Reads().Aloud(), world.Omar.Reads("room").Aloud()];

    private static async Task AssertUnknownAsync(Company world, string id, string what)
    {
        Assert.True(world.Posts() == 1, $"After {what} VideoSDK saw {world.Posts()} creates.");
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateOfAsync(id));
        Assert.NotNull(await world.RowOfAsync(id, request => request.ProtectedPassword));
        foreach (var read in BothPlaces(world))
        {
            Assert.Contains("VideoSDK didn't confirm it, so the trunk may or may not exist.", read, StringComparison.Ordinal);
            Assert.Contains($"/trunk adopt {id} TRUNK-ID if it is there, or /trunk resend {id} if it is not", read, StringComparison.Ordinal);
            Assert.DoesNotContain("Created.", read, StringComparison.Ordinal);
            Assert.DoesNotContain("Not created.", read, StringComparison.Ordinal);
        }
    }

    private static async Task AssertCreatedAsync(Company world, string id, int posts)
    {
        Assert.Equal(posts, world.Posts());
        Assert.Equal(RequestState.Created, await world.StateOfAsync(id));
        var trunk = Assert.Single(world.Sandbox.VideoSdk.Trunks);
        foreach (var read in BothPlaces(world))
            Assert.Contains($"Created. Trunk id: {trunk.TrunkId}.", read, StringComparison.Ordinal);
    }

    private static async Task AssertGivenUpAsync(Company world, string id, string reason)
    {
        Assert.Equal(RequestState.Failed, await world.StateOfAsync(id));
        Assert.Null(await world.RowOfAsync(id, request => request.ProtectedPassword));
        Assert.Empty(world.Sandbox.VideoSdk.Trunks);
        foreach (var read in BothPlaces(world))
        {
            Assert.Contains("Not created. TrunkBot gave up after 1 hour of trying.", read, StringComparison.Ordinal);
            Assert.Contains(reason, read, StringComparison.Ordinal);
        }
    }
}
