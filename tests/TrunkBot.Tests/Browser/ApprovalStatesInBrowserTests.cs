using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

/// <summary>The approvals card in each of its states, as each kind of viewer sees it in the Teams view: who asked, two approvers, an administrator, anybody else.</summary>
public sealed class ApprovalStatesInBrowserTests : IAsyncLifetime
{
    private const string Room = "teams-room";

    private Company _world = null!;
    private BrowserScript _viewers = null!;

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new() { Settings = Two.Approvers });
        foreach (var person in new[] { _world.Omar, _world.Mei, _world.Ada, _world.Eve })
            await person.SaysAsync("/whoami");
        await _world.Ada.SaysAsync("/trunk approvals here", Room);
        _viewers = await BrowserScript.OpenAsync("approval-states.mjs", _world.Sandbox.Address);
    }

    public async Task DisposeAsync()
    {
        await _viewers.DisposeAsync();
        await _world.DisposeAsync();
    }

    /// <summary>The pictures stay in tests/Browser/out; approvals.html there shows them all.</summary>
    [Fact]
    public async Task Each_viewer_sees_every_state_as_it_comes_and_accessibly()
    {
        await AskAsync(1);
        await ShowsAsync("waiting", 1, "0 of 2");
        await _world.Omar.SaysAsync("/trunk delegate TR-1 mei");
        await ShowsAsync("left-to-a-colleague", 1, "left it to Mei Lin");
        await _world.Omar.SaysAsync("/trunk delegate TR-1 me");
        await _world.Mei.SaysAsync("/trunk approve TR-1");
        await ShowsAsync("approved-by-one", 1, "1 of 2");
        await _world.Omar.ClicksAsync("Approve", Room);
        Assert.Equal("[]", await _viewers.AskAsync("approved", "TR-1", "Approved."));
        await ShowsAsync("created", 1, "Created");

        await AskAsync(2);
        await _world.Mei.SaysAsync("/trunk approve TR-2");
        await _world.Riya.SaysAsync("/trunk edit TR-2");
        await _world.Riya.ClicksAsync("Submit changes", inputs: [.. Sample.Another(2).Where(field => field.Id is not "name"), ("name", "night line")]);
        await ShowsAsync("changed", 2, "Once since it was first asked");
        await _world.Omar.SaysAsync("/trunk reject TR-2 The night line has one already.");
        await ShowsAsync("rejected", 2, "Rejected");

        await AskAsync(3);
        await _world.Riya.SaysAsync("/trunk cancel TR-3");
        await ShowsAsync("taken-back", 3, "Cancelled");

        await AskAsync(4);
        await _world.Ada.SaysAsync("/trunk push TR-4 The hotline is down and nobody answers.");
        await _world.Ada.ClicksAsync("Push it through", inputs: ("reason", "The hotline is down and nobody answers."));
        await ShowsAsync("pushed", 4, "Pushed through");

        await AskAsync(5);
        await _world.PassAsync(TimeSpan.FromDays(30));
        await ShowsAsync("expired", 5, "Expired");
    }

    private async Task AskAsync(int number)
    {
        await _world.Riya.SaysAsync("/trunk new");
        await _world.Riya.ClicksAsync("Submit", inputs: Sample.Another(number));
    }

    private async Task ShowsAsync(string state, int request, string words)
    {
        await _world.RunDueJobsAsync();
        Assert.Equal("[]", await _viewers.AskAsync(state, $"TR-{request}", words));
    }
}
