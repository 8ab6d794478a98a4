using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>Break-glass: an Admin pushes somebody else's request through, and everybody skipped learns of it.</summary>
public sealed class PushTests
{
    private const string Line = "/trunk push TR-1 the hotline is down and nobody answers";

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task With_a_reason_and_a_second_confirmation_it_is_created_and_everybody_skipped_is_told(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = Two.Approvers });
        await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk approve TR-1");
        var asked = await world.Ada.SaysAsync(Line);
        Assert.Contains("Nothing is pushed through yet", asked.Text, StringComparison.Ordinal);
        Assert.Contains("1 approval from an approver", asked.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());

        await ConfirmsAsync(world);
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Contains(
            "Ada Rossi pushed TR-1 through as an administrator: SIP trunk “voice agents”, outbound, asked for by Riya Rao. "
            + "Skipped: 1 approval from an approver. Reason: “the hotline is down and nobody answers”",
            world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Contains("Ada Rossi: “the hotline is down and nobody answers”", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(["submitted", "approved", "pushed through", "provisioning", "created"], await world.AuditAsync());
        Assert.Contains(world.Log.Lines, line => line.Contains("TR-1 was pushed through without its approvals", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_group_is_told_too()
    {
        await using var world = await Company.StartAsync();
        var settings = world.Sandbox.BotSettings(1, "x");
        await world.RestartAsync(
            ("Approvals:EscalationRoom:ConversationId", world.Sandbox.Channel.ConversationId("teams-room", "omar", "msteams")),
            ("Approvals:EscalationRoom:TenantId", settings["Approvals:Room:TenantId"]),
            ("Approvals:EscalationRoom:ServiceUrl", settings["Approvals:Room:ServiceUrl"]));
        await world.AskedAsync();
        await world.Ada.SaysAsync(Line);
        await ConfirmsAsync(world);
        await world.RunDueJobsAsync();
        foreach (var room in new[] { "room", "teams-room" })
            Assert.Contains("pushed TR-1 through as an administrator", world.Omar.Reads(room), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task A_click_without_having_been_asked_asks_and_a_click_on_what_has_changed_asks_again(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.Ada.SaysAsync(Line);
        var old = world.Ada.CardWith("Push it through");
        await world.Riya.SaysAsync("/trunk edit TR-1");
        await world.Riya.ClicksAsync("Submit changes", inputs: [.. Sample.Clean.Where(field => field.Id is not "name" and not "password"), ("name", "sales agents"), ("password", "")]);

        var again = await world.Ada.ClicksAsync(old, "Push it through", "personal", ("reason", "the hotline is down"));
        Assert.Contains("sales agents", again.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task It_needs_a_reason()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Contains("Missing: Why the approvers are skipped.", (await world.Ada.SaysAsync("/trunk push TR-1")).Text, StringComparison.Ordinal);
        await world.Ada.SaysAsync(Line);
        Assert.Contains("Say why", (await world.Ada.ClicksAsync("Push it through", inputs: ("reason", "  "))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task It_skips_people_and_not_rules()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.RestartAsync(("Policies:Rules:1:Rule", "hosts-allowed"), ("Policies:Rules:1:Hosts:0", "*.example.com"));
        Assert.Contains(
            "TR-1 can't be pushed through, because that skips people, not rules. The rule hosts-allowed:",
            (await world.Ada.SaysAsync(Line)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_pushes_their_own()
    {
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            Settings = { ["Access:Roles:Requester:7"] = $"user:{SandboxApp.Person("ada").ObjectId}" },
        });
        await world.AskedAsync(world.Ada);
        Assert.Contains("You asked for this yourself, so another administrator", (await world.Ada.SaysAsync(Line)).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task A_second_click_changes_nothing_and_says_how_it_stands(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.Ada.SaysAsync(Line);
        var card = world.Ada.CardWith("Push it through");
        await ConfirmsAsync(world);
        await world.RunDueJobsAsync();
        var second = await world.Ada.ClicksAsync(card, "Push it through", "personal", ("reason", "again"));
        Assert.Contains("TR-1 was already decided.", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, world.Posts());
    }

    private static Task<Heard> ConfirmsAsync(Company world) =>
        world.Ada.ClicksAsync("Push it through", inputs: ("reason", "the hotline is down and nobody answers"));
}
