using TrunkBot.Secrets;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.VideoSdk;

public class ReadAndReplaceTests
{
    private const string Id = "Ab3_-xyz0123456789abc";

    [Fact]
    public async Task A_trunk_is_read_back_and_its_password_only_compared()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        using var world = new VideoSdkWorld(server.Address);
        var same = Assert.IsType<Found>(await world.Client.GetAsync(Id, world.Password, default));
        Assert.True(same.PasswordMatches);
        Assert.False(Assert.IsType<Found>(await world.Client.GetAsync(Id, new Secret("another password"), default)).PasswordMatches);
        Assert.Null(Assert.IsType<Found>(await world.Client.GetAsync(Id, null, default)).PasswordMatches);
        Assert.StartsWith($"GET /v2/sip-trunk/{Id} HTTP/1.1\r\n", server.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssword", same.ToString() + world.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""), InlineData(".."), InlineData("a/b"), InlineData("../v2/rooms"), InlineData("a?b"), InlineData("a b"), InlineData("ü"), InlineData("a\n")]
    public async Task What_is_no_trunk_id_is_not_found_and_not_asked_for(string id)
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        using var world = new VideoSdkWorld(server.Address);
        Assert.IsType<NotFound>(await world.Client.GetAsync(id, null, default));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_trunk_that_is_not_there_is_not_found()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("404 Not Found", """{"message":"no such trunk"}"""));
        using var world = new VideoSdkWorld(server.Address);
        Assert.IsType<NotFound>(await world.Client.GetAsync(Id, null, default));
    }

    [Fact]
    public async Task A_replacement_sends_every_member()
    {
        await using var server = RawServer.That_answers(RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer));
        using var world = new VideoSdkWorld(server.Address);
        Assert.True(Assert.IsType<Found>(await world.Client.ReplaceAsync(Id, VideoSdkWorld.Twilio, world.Password, default)).PasswordMatches);
        Assert.StartsWith($"PUT /v2/sip-trunk/{Id} HTTP/1.1\r\n", server.Received, StringComparison.Ordinal);
        Assert.Contains("\"numbers\":[\"\\u002B1234567890\"]", server.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_is_repeated_when_VideoSDK_stumbles_and_a_refusal_is_not()
    {
        var answers = new Queue<string>([RawServer.Answer("500 Oh", ""), "", RawServer.Answer("200 OK", VideoSdkWorld.TwilioAnswer), RawServer.Answer("403 No", """{"error":"no"}""")]);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(answers.Dequeue());
        });
        using var world = new VideoSdkWorld(server.Address);
        Assert.IsType<Found>(await TimePasses(world, world.Client.GetAsync(Id, null, default)));
        var refused = Assert.IsType<Failed>(await TimePasses(world, world.Client.GetAsync(Id, null, default)));
        Assert.Equal("VideoSDK answered 403: no.", refused.Reason);
        Assert.Empty(answers);
    }

    [Fact]
    public async Task Silence_and_long_pauses_end_in_a_sentence()
    {
        await using var silent = new RawServer(connection => connection.WaitUntilStoppedAsync());
        using var world = new VideoSdkWorld(silent.Address);
        var failed = Assert.IsType<Failed>(await TimePasses(world, world.Client.GetAsync(Id, null, default), seconds: 31));
        Assert.Equal("127.0.0.1 didn't answer in time.", failed.Reason);

        await using var busy = RawServer.That_answers(RawServer.Answer("429 Too Many Requests", "", "Retry-After: 3600\r\n"));
        using var other = new VideoSdkWorld(busy.Address);
        Assert.Equal(429, Assert.IsType<Failed>(await other.Client.GetAsync(Id, null, default)).Problem?.Status);
        Assert.Equal(1, busy.Connections);
    }

    [Fact]
    public async Task Whoever_gives_up_a_read_is_not_told_that_VideoSDK_failed()
    {
        await using var silent = new RawServer(connection => connection.WaitUntilStoppedAsync());
        using var world = new VideoSdkWorld(silent.Address);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Client.GetAsync(Id, null, new CancellationToken(canceled: true)));
    }

    private static async Task<ReadOutcome> TimePasses(VideoSdkWorld world, Task<ReadOutcome> read, int seconds = 3)
    {
        while (await Task.WhenAny(read, Task.Delay(TimeSpan.FromMilliseconds(200))) != read)
            world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return await read;
    }
}
