using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Playground;

/// <summary>What the Microsoft 365 Agents Playground sends and takes: the bot with the settings that README names for it, and no token in either direction.</summary>
public sealed class PlaygroundTests : IAsyncLifetime
{
    private Company _world = null!;
    private PlaygroundPage _riya = null!;
    private PlaygroundPage _omar = null!;

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions
        {
            Settings = new()
            {
                ["MicrosoftAppId"] = "",
                ["MicrosoftAppPassword"] = "",
                ["AllowAnonymousLoopback"] = "true",
                ["Channels:Allowed:1"] = "msteams",
                ["Approvals:Room:ChannelId"] = "",
                ["Approvals:Room:ConversationId"] = "",
                ["Approvals:Room:TenantId"] = "",
                ["Approvals:Room:ServiceUrl"] = "",
                ["Access:Roles:Admin:0"] = $"user:{PlaygroundPage.Omar.ObjectId}",
            },
            Environment = "Development",
        });
        (_riya, _omar) = (await PlaygroundPage.OpenAsync(_world, PlaygroundPage.Riya), await PlaygroundPage.OpenAsync(_world, PlaygroundPage.Omar));
    }

    public async Task DisposeAsync()
    {
        await _riya.DisposeAsync();
        await _omar.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("group")]
    [InlineData("channel")]
    public async Task A_chat_that_is_opened_again_and_again_is_greeted_once_and_loses_no_question(string place)
    {
        await _riya.OpensAsync(place);
        await _riya.OpensAsync(place);
        Assert.Contains("You ask", Cards.Words(Assert.Single(_riya.Shown(place)).Card), StringComparison.Ordinal);

        await _riya.TypesAsync("/trunk new --chat", place);
        Assert.All(await _riya.OpensAsync(place), answer => Assert.Equal(200, answer.Status));
        var next = await _riya.TypesAsync("voice agents", place);
        Assert.Contains("Which SIP host", Words(next), StringComparison.Ordinal);
        Assert.All(_riya.Calls, call => Assert.False(call.Authorized));
    }

    [Theory]
    [InlineData("personal", "riya-chat")]
    [InlineData("group", "riya-group")]
    [InlineData("channel", "riya-channel;messageid=1795456255001")]
    public async Task A_message_is_answered_where_it_was_said(string place, string conversation)
    {
        Assert.Equal(conversation, Assert.Single(await _riya.TypesAsync("hello", place), call => call.Acted).ConversationId);
        Assert.Contains("Requester", Words(await _riya.TypesAsync("/whoami", place)), StringComparison.Ordinal);
        AssertNothingBroke();
    }

    [Fact]
    public async Task Two_people_before_two_pages_get_a_trunk_made()
    {
        await _omar.OpensAsync("group");
        Assert.Contains("approvals", Words(await _omar.TypesAsync("/trunk approvals here", "group")), StringComparison.OrdinalIgnoreCase);
        await _riya.OpensAsync("personal");
        await _riya.TypesAsync("/trunk new");
        Assert.Contains("Waiting for an approver", Cards.Words((await _riya.PressesAsync("Submit", inputs: Sample.Clean)).GetProperty("value")), StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Empty(_world.Sandbox.VideoSdk.Requests);

        Assert.Contains("Approved", Cards.Words((await _omar.PressesAsync("Approve", "group", ("comment", "looks right"))).GetProperty("value")), StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        var trunk = Assert.Single(_world.Sandbox.VideoSdk.Trunks);
        Assert.Contains(trunk.TrunkId, _riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("looks right", _riya.Reads(), StringComparison.Ordinal);
        Assert.Contains(trunk.TrunkId, _omar.Reads("group"), StringComparison.Ordinal);
        AssertNothingBroke();
        Assert.False(await _world.StoredAsync(db => db.Set<Job>().AnyAsync(job => job.State == JobState.Parked)));
    }

    [Fact]
    public async Task What_one_person_alone_should_see_and_a_reaction_come_as_messages_where_the_page_does_not_know_them()
    {
        await _omar.TypesAsync("/trunk approvals here", "group");
        await _riya.TypesAsync("/trunk new");
        await _riya.PressesAsync("Submit", inputs: Sample.Clean);
        await _world.RunDueJobsAsync();
        Assert.Contains("Approver", Words(await _riya.TypesAsync("/trunk approve TR-1", "group")), StringComparison.Ordinal);
        Assert.Contains("TR-1 is approved", Words(await _omar.TypesAsync("/trunk approve TR-1", "group")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submit_without_text_is_a_click()
    {
        await _omar.TypesAsync("/trunk approvals here", "group");
        await _riya.TypesAsync("/trunk new");
        Assert.Contains("Waiting for an approver", Words(await _riya.SubmitsAsync("Submit", Sample.Clean)), StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await _world.StateAsync());
    }

    [Theory]
    [InlineData("unconfigured-message", "its tenant's id isn't a GUID")]
    [InlineData("emulator-message", "its channel isn't in Channels:Allowed")]
    [InlineData("webchat-message", "its channel isn't in Channels:Allowed")]
    [InlineData("directline-message", "its channel isn't in Channels:Allowed")]
    public async Task Whom_the_page_cannot_name_is_not_let_in_and_the_log_says_why(string file, string reason)
    {
        Assert.Equal(403, (await _riya.SendAsync(file)).Status);
        Assert.Empty(_riya.Calls);
        Assert.Contains(_world.Log.Lines, line => line.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_first_look_whether_somebody_listens_is_answered()
    {
        using var client = new HttpClient();
        using var look = new HttpRequestMessage(HttpMethod.Head, _world.Sandbox.BotEndpoint);
        using var answer = await client.SendAsync(look);
        Assert.Equal(405, (int)answer.StatusCode);
    }

    private static string Words(IEnumerable<TrunkBot.Sandbox.Channel.SentActivity> calls) =>
        string.Join("\n", calls.Where(call => call.Acted).Select(call => call.Text + Cards.Words(call.Card)));

    private void AssertNothingBroke()
    {
        var errors = _world.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }
}
