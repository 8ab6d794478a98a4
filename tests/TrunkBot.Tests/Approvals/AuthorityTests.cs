using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>A yes counts while its giver has the role, and a request while who asked has theirs: both are looked at again at the deed.</summary>
public sealed class AuthorityTests
{
    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task A_yes_of_somebody_who_has_lost_the_role_does_not_count_at_the_later_yes(string backEnd)
    {
        await using var world = await TwoAsync(backEnd);
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RestartAsync(Without("Approver", "omar", world));
        var second = await world.Mei.SaysAsync("/trunk approve TR-1");
        Assert.Contains("1 of 2", second.Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Contains("Omar Haddad no longer has the Approver role", world.Mei.Reads("room"), StringComparison.Ordinal);
        Assert.Contains("approval no longer counts", await world.AuditAsync());

        // Given back, it counts again; nobody has to ask anew.
        await world.RestartAsync(With("Approver", "omar", world));
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Nothing_is_sent_when_a_giver_has_lost_the_role_before_the_create(string backEnd)
    {
        await using var world = await TwoAsync(backEnd);
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.Mei.SaysAsync("/trunk approve TR-1");
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        await world.RestartAsync(Without("Approver", "omar", world));
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Equal(0, world.Posts());
        Assert.Contains("Omar Haddad no longer has the Approver role", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("Omar Haddad no longer has the Approver role", world.Mei.Reads("room"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Nothing_is_sent_when_who_asked_has_lost_their_role(string backEnd)
    {
        await using var world = await TwoAsync(backEnd);
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.Mei.SaysAsync("/trunk approve TR-1");
        await world.RestartAsync(Without("Requester", "riya", world));
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Equal(0, world.Posts());
        Assert.Contains("no longer has the Requester role", world.Mei.Reads("room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_when_the_Admin_who_pushed_is_none_any_more()
    {
        await using var world = await TwoAsync("Sqlite");
        await world.Ada.SaysAsync("/trunk push TR-1 the hotline is down");
        await world.Ada.ClicksAsync("Push it through", inputs: ("reason", "the hotline is down"));
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        await world.RestartAsync(Without("Admin", "ada", world));
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Equal(0, world.Posts());
    }

    [Fact]
    public async Task What_is_remembered_of_a_roster_is_not_believed_at_the_deed()
    {
        await using var world = await EverybodyApprovesAsync();
        Assert.Contains("is approved", (await world.Mei.SaysAsync("/trunk approve TR-1", "group")).Text, StringComparison.Ordinal);
        // She has left since, and five minutes have not passed.
        world.Sandbox.Channel.Faults.Add(new() { Status = 404, Method = "GET", Times = 100 });
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Failed, await world.StateAsync());
        Assert.Equal(0, world.Posts());
    }

    [Fact]
    public async Task While_nobody_can_tell_nothing_is_sent_and_it_is_tried_again()
    {
        await using var world = await EverybodyApprovesAsync();
        await world.Mei.SaysAsync("/trunk approve TR-1", "group");
        world.Sandbox.Channel.Faults.Add(new() { Status = 400, Method = "GET", Times = 2 });
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Approved, await world.StateAsync());
        Assert.Equal(0, world.Posts());
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    private static async Task<Company> EverybodyApprovesAsync()
    {
        var world = await Company.StartAsync(new CompanyOptions
        {
            Settings =
            {
                ["Access:Roles:Approver:0"] = "tenant:10000000-0000-4000-8000-00000000c0de",
                ["Access:Roles:Approver:1"] = "tenant:10000000-0000-4000-8000-00000000c0de",
            },
        });
        await world.AskedAsync();
        return world;
    }

    private static async Task<Company> TwoAsync(string backEnd)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = Two.Approvers });
        await world.AskedAsync();
        return world;
    }

    private static (string, string?)[] Without(string role, string person, Company world) => Settings(role, person, world, "00000000-0000-4000-8000-00000000dead");

    private static (string, string?)[] With(string role, string person, Company world) => Settings(role, person, world, SandboxApp.Person(person).ObjectId);

    // In the place of the person stands somebody, or nobody.
    private static (string, string?)[] Settings(string role, string person, Company world, string id) =>
    [
        .. world.Sandbox.BotSettings(1, "x")
            .Where(setting => setting.Key.StartsWith($"Access:Roles:{role}:", StringComparison.Ordinal) && setting.Value!.EndsWith(SandboxApp.Person(person).ObjectId, StringComparison.Ordinal))
            .Select(setting => (setting.Key, (string?)$"user:{id}")),
    ];
}
