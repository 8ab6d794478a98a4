using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>What is said of a trunk that VideoSDK shows: what was compared, what could not be, and whose it is already.</summary>
public sealed class ComparedTests : IAsyncLifetime
{
    private const string First = "Ab3_-xyz0123456789ab1";

    private readonly HeldVideoSdk _videoSdk = HeldVideoSdk.Start();
    private Company _world = null!;

    [Fact]
    public async Task A_trunk_whose_password_VideoSDK_does_not_show_is_not_said_to_be_exactly_what_was_approved()
    {
        await LoseAsync(1);
        _videoSdk.Shows(First, $$"""{"trunkId":"{{First}}","auth":{"username":"acme"},{{Rest}}}""");
        var said = (await _world.Ada.SaysAsync($"/trunk adopt TR-1 {First}")).Text;
        Assert.Contains("Everything but the password is as approved. VideoSDK doesn't show the password", said, StringComparison.Ordinal);
        Assert.DoesNotContain("exactly", said, StringComparison.Ordinal);
        Assert.Equal(RequestState.Created, await _world.StateOfAsync("TR-1"));
    }

    [Fact]
    public async Task Nor_is_one_whose_approved_password_is_no_longer_kept()
    {
        await LoseAsync(1);
        await _world.PassAsync(TimeSpan.FromDays(8));
        _videoSdk.Shows(First, $$"""{"trunkId":"{{First}}","auth":{"username":"acme","password":"whatever"},{{Rest}}}""");
        Assert.Contains("The approved password is no longer kept", (await _world.Ada.SaysAsync($"/trunk adopt TR-1 {First}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trunk_of_which_too_little_is_shown_is_not_adopted_and_it_is_said_what_is_missing()
    {
        await LoseAsync(1);
        _videoSdk.Shows(First, $$"""{"trunkId":"{{First}}","auth":{"password":"{{Sample.Password}}"},"name":"voice agents","domain":"acme.pstn.twilio.com","direction":"outbound"}""");
        Assert.Contains("Missing: numbers, username.", (await _world.Ada.SaysAsync($"/trunk adopt TR-1 {First}")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync("TR-1"));
    }

    [Fact]
    public async Task A_trunk_id_that_another_request_has_is_said_as_it_is_and_there_is_a_way_out()
    {
        _videoSdk.Creates(1, First);
        await _world.AsksAndGetsAYesAsync();
        await _world.RunDueJobsAsync();
        _videoSdk.Creates(2, First);
        _videoSdk.Creates(3, First);
        await _world.AsksAndGetsAYesAsync();
        await _world.RunDueJobsAsync();

        Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync("TR-2"));
        foreach (var read in new[] { _world.Riya.Reads(), _world.Omar.Reads("room") })
            Assert.Contains($"VideoSDK answered with the trunk {First}, which TR-1 already has", read, StringComparison.Ordinal);
        _videoSdk.Shows(First, $$"""{"trunkId":"{{First}}","auth":{"username":"acme2"},"name":"voice agents 2","domain":"acme2.pstn.twilio.com","direction":"outbound","numbers":["+14152000002"]}""");
        Assert.Contains("That trunk belongs to TR-1.", (await _world.Ada.SaysAsync($"/trunk adopt TR-2 {First}")).Text, StringComparison.Ordinal);

        await _world.Ada.SaysAsync("/trunk resend TR-2");
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync("TR-2"));
        await _world.Ada.ClicksAsync("Close without a trunk", "room");
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Failed, await _world.StateOfAsync("TR-2"));
        Assert.Contains("found no trunk at VideoSDK and closed the request", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Null(await _world.RowOfAsync("TR-2", request => request.ProtectedPassword));
        Assert.Equal(3, _videoSdk.Posts);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { Settings = { ["VideoSdk:BaseUrl"] = _videoSdk.Address } });

    public async Task DisposeAsync()
    {
        await _videoSdk.DisposeAsync();
        await _world.DisposeAsync();
    }

    private static string Rest => """ "name":"voice agents","domain":"acme.pstn.twilio.com","direction":"outbound","numbers":["+14155550100"] """;

    private async Task LoseAsync(int create)
    {
        _videoSdk.Answer(create, "500 Internal Server Error", "{}");
        await _world.AsksAndGetsAYesAsync();
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.OutcomeUnknown, await _world.StateOfAsync("TR-1"));
    }
}
