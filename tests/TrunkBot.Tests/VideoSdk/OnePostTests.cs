using System.Net;
using System.Net.Sockets;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.VideoSdk;

/// <summary>Wherever the other side breaks off, one create is at most one POST, and the outcome never says more than is known.</summary>
public class OnePostTests
{
    private const string Created = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n";

    public static TheoryData<string, string> BreakingPoints => new()
    {
        { "after accepting", "" },
        { "in the request", "" },
        { "after the request", "" },
        { "after the answer's first byte", "H" },
        { "in the status line", "HTTP/1.1 20" },
        { "in the headers", Created },
        { "after 100 Continue", "HTTP/1.1 100 Continue\r\n\r\n" },
        { "after 103 Early Hints", "HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n" },
        { "in the body of a 201", Created + "Content-Length: 400\r\n\r\n{\"trunkId\":\"Ab3_\"" },
        { "in a chunk of a 201", Created + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"trunkId\"" },
        { "with nonsense", "this is not HTTP\r\n\r\n" },
        { "with too long a body", Created + "Content-Length: 99999999\r\n\r\n" + new string(' ', 70_000) },
    };

    [Theory, MemberData(nameof(BreakingPoints))]
    public async Task A_connection_that_ends_leaves_one_post_and_no_claim(string where, string answer) =>
        await Assert_unknown_with_one_post(where, answer, connection => Task.CompletedTask);

    [Theory, MemberData(nameof(BreakingPoints))]
    public async Task A_connection_that_is_reset_leaves_one_post_and_no_claim(string where, string answer) =>
        await Assert_unknown_with_one_post(where, answer, connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Silence_after_the_request_is_unknown_when_the_time_is_up()
    {
        var arrived = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await connection.WaitUntilStoppedAsync();
        });
        using var world = new VideoSdkWorld(server.Address);
        var create = world.CreateAsync();
        await arrived.Task;
        world.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(create.IsCompleted);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("didn't answer in time", Assert.IsType<Unknown>(await create).Reason.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task Stopping_the_bot_does_not_lose_an_answer_that_is_under_way()
    {
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await go.Task;
            await connection.WriteAsync(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        });
        using var world = new VideoSdkWorld(server.Address);
        using var stop = new CancellationTokenSource();
        var create = world.CreateAsync(stop.Token);
        await arrived.Task;
        await stop.CancelAsync();
        go.SetResult();
        Assert.IsType<Created>(await create);
    }

    [Fact]
    public async Task Stopped_before_anything_left_nothing_was_sent()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        using var world = new VideoSdkWorld(server.Address);
        Assert.IsType<NothingSent>(await world.CreateAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, server.Posts);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_means_that_nothing_was_sent()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var world = new VideoSdkWorld($"http://127.0.0.1:{port}");
        Assert.Equal("127.0.0.1 can't be reached.", Assert.IsType<NothingSent>(await world.CreateAsync()).Reason);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_means_that_nothing_was_sent()
    {
        using var world = new VideoSdkWorld("https://videosdk.invalid");
        var outcome = Assert.IsType<NothingSent>(await world.CreateAsync());
        Assert.Equal("videosdk.invalid can't be found.", outcome.Reason);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_means_that_nothing_was_sent()
    {
        await using var server = RawServer.That_answers("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var world = new VideoSdkWorld(server.Address.Replace("http:", "https:", StringComparison.Ordinal));
        var create = world.CreateAsync();
        Assert.IsType<NothingSent>(await TimePasses(world, create));
        Assert.Equal(0, server.Posts);
    }

    [Fact]
    public async Task Every_create_opens_a_connection_of_its_own_even_where_the_server_keeps_them()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer, "Connection: keep-alive\r\n"), closes: false);
        using var world = new VideoSdkWorld(server.Address);
        for (var i = 1; i <= 3; i++)
        {
            Assert.IsType<Created>(await world.CreateAsync());
            Assert.Equal((i, i), (server.Posts, server.Connections));
        }
    }

    [Theory]
    [InlineData("301 Moved Permanently"), InlineData("302 Found"), InlineData("303 See Other"), InlineData("307 Temporary Redirect"), InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        await using var elsewhere = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        await using var server = RawServer.That_answers(RawServer.Answer(status, "", $"Location: {elsewhere.Address}/v2/sip-trunk\r\n"));
        using var world = new VideoSdkWorld(server.Address);
        Assert.IsType<Unknown>(await world.CreateAsync());
        Assert.Equal((1, 0), (server.Posts, elsewhere.Connections));
    }

    private static async Task Assert_unknown_with_one_post(string where, string answer, Func<RawConnection, Task> end)
    {
        await using var server = new RawServer(async connection =>
        {
            if (where == "in the request")
                await connection.ReadSomethingAsync();
            else if (where != "after accepting")
                await connection.ReadRequestAsync();
            await connection.WriteAsync(answer);
            await end(connection);
        });
        using var world = new VideoSdkWorld(server.Address);
        var outcome = await TimePasses(world, world.CreateAsync());
        Assert.InRange(server.Posts, 0, 1);
        if (server.Posts == 0 && outcome is NothingSent)
            return;
        Assert.IsType<Unknown>(outcome);
        Assert.Equal(1, server.Connections);
        if (where is not ("after accepting" or "in the request"))
            Assert.Equal(1, server.Posts);
    }

    // A side that only waits is helped on by the clock.
    private static async Task<CreateOutcome> TimePasses(VideoSdkWorld world, Task<CreateOutcome> create)
    {
        while (await Task.WhenAny(create, Task.Delay(TimeSpan.FromSeconds(2))) != create)
            world.Clock.Advance(TimeSpan.FromSeconds(31));
        return await create;
    }
}
