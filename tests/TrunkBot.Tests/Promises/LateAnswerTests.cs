using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Jobs;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>
/// One of two processes is stopped with a create in hand; the other takes it for dead and asks the Admins. Then the first goes on, and has the
/// answer. Its clock is its own: it stands still while the process does.
/// </summary>
public sealed class LateAnswerTests : IAsyncLifetime
{
    private const string First = "Ab3_-xyz0123456789ab1", Second = "Ab3_-xyz0123456789ab2";

    private readonly HeldVideoSdk _videoSdk = HeldVideoSdk.Start();
    private Company _world = null!;
    private string _id = "";
    private Task _stopped = Task.CompletedTask;

    [Fact]
    public async Task An_answer_that_comes_late_wins_over_unknown()
    {
        _videoSdk.Creates(1, First);
        await GoOnAsync();

        await AssertCreatedAsync(First, posts: 1);
        Assert.Equal(["provisioning", "outcome unknown", "created"], (await _world.ActsOnAsync(_id))[^3..]);
        Assert.Contains($"VideoSDK's answer for {_id} came after all.", _world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Contains($"There is nothing to settle about {_id}.", (await _world.Ada.SaysAsync($"/trunk resend {_id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_a_refusal()
    {
        _videoSdk.Answer(1, "400 Bad Request", """{"message":"no such carrier"}""");
        await GoOnAsync();
        Assert.Equal(RequestState.Failed, await _world.StateOfAsync(_id));
        Assert.Contains("no such carrier", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(1, _videoSdk.Posts);
    }

    [Fact]
    public async Task A_late_refusal_for_now_is_waited_out_and_sent_again()
    {
        // Longer than the clock of the one that was stopped is behind.
        _videoSdk.Answer(1, "429 Too Many Requests", "{}", "Retry-After: 600\r\n");
        _videoSdk.Creates(2, Second);
        await GoOnAsync();
        Assert.Equal(RequestState.Approved, await _world.StateOfAsync(_id));
        await _world.PassAsync(TimeSpan.FromMinutes(15));
        await AssertCreatedAsync(Second, posts: 2);
    }

    [Fact]
    public async Task It_stops_a_create_that_was_to_be_sent_again_and_has_not_left()
    {
        await _world.Ada.SaysAsync($"/trunk resend {_id}");
        _videoSdk.Creates(1, First);
        await GoOnAsync();
        await AssertCreatedAsync(First, posts: 1);
    }

    [Fact]
    public async Task Sent_again_and_both_created_the_Admins_read_both_ids_whichever_answer_is_first()
    {
        await _world.Ada.SaysAsync($"/trunk resend {_id}");
        _videoSdk.Creates(2, Second);
        await _world.RunDueJobsAsync();
        await AssertCreatedAsync(Second, posts: 2);
        _videoSdk.Creates(1, First);
        await GoOnAsync();
        AssertBothAreNamed(has: Second, also: First);
        Assert.Contains("second trunk", await _world.ActsOnAsync(_id));
    }

    [Fact]
    public async Task The_first_answer_while_the_second_create_is_on_its_way_counts_and_the_second_is_named_too()
    {
        await _world.Ada.SaysAsync($"/trunk resend {_id}");
        var other = RunAsync(_world.Bots[0]);
        await _videoSdk.Asked(2);
        _videoSdk.Creates(1, First);
        await _stopped;
        Assert.Equal(First, await _world.RowOfAsync(_id, request => request.TrunkId));
        _videoSdk.Creates(2, Second);
        await other;
        await _world.RunDueJobsAsync();
        await AssertCreatedAsync(First, posts: 2);
        AssertBothAreNamed(has: First, also: Second);
    }

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public async Task A_trunk_that_was_adopted_stays_and_another_that_is_answered_late_is_named(string adopted)
    {
        _videoSdk.Shows(adopted, $$"""
            {"trunkId":"{{adopted}}","auth":{"username":"acme","password":"{{Sample.Password}}"},"name":"voice agents","domain":"acme.pstn.twilio.com","direction":"outbound","numbers":["+14155550100"]}
            """);
        Assert.Contains("is settled", (await _world.Ada.SaysAsync($"/trunk adopt {_id} {adopted}")).Text, StringComparison.Ordinal);
        _videoSdk.Creates(1, First);
        await GoOnAsync();
        await AssertCreatedAsync(adopted, posts: 1);
        Assert.Equal(adopted != First, _world.Omar.Reads("room").Contains("was created twice", StringComparison.Ordinal));
        if (adopted != First)
            AssertBothAreNamed(has: adopted, also: First);
    }

    [Fact]
    public async Task A_request_that_was_closed_stays_closed_and_the_trunk_that_it_got_after_all_is_named()
    {
        Assert.Contains("closed without a trunk", (await _world.Ada.SaysAsync($"/trunk close {_id}")).Text, StringComparison.Ordinal);
        _videoSdk.Creates(1, First);
        await GoOnAsync();
        Assert.Equal(RequestState.Failed, await _world.StateOfAsync(_id));
        Assert.Contains($"Delete {First} in VideoSDK's dashboard.", _world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres", Settings = { ["VideoSdk:BaseUrl"] = _videoSdk.Address } });
        var itsOwn = new FakeTimeProvider(_world.Clock.GetUtcNow());
        var stopped = (await _world.JoinAsync(services => services.AddSingleton<TimeProvider>(itsOwn)))[0];
        _world.TalkTo(_world.Bots[0]);
        _id = await _world.AsksAndGetsAYesAsync();
        _stopped = RunAsync(stopped);
        await _videoSdk.Asked(1);
        _world.Clock.Advance(TimeSpan.FromMinutes(3));
        await RunAsync(_world.Bots[0]);
        Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync(_id));
    }

    public async Task DisposeAsync()
    {
        await _videoSdk.DisposeAsync();
        await _world.DisposeAsync();
    }

    private async Task GoOnAsync()
    {
        await _stopped;
        await RunAsync(_world.Bots[0]);
    }

    private static Task RunAsync(Microsoft.AspNetCore.Builder.WebApplication bot) => bot.Services.GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);

    private async Task AssertCreatedAsync(string trunkId, int posts)
    {
        Assert.Equal((RequestState.Created, trunkId), (await _world.StateOfAsync(_id), await _world.RowOfAsync(_id, request => request.TrunkId)));
        Assert.Equal(posts, _videoSdk.Posts);
        Assert.Contains(trunkId, _world.Riya.Reads(), StringComparison.Ordinal);
    }

    private void AssertBothAreNamed(string has, string also)
    {
        Assert.Contains($"{_id} was created twice. It has the trunk {has}, and VideoSDK also made {also}.", _world.Omar.Reads("room"), StringComparison.Ordinal);
    }
}
