using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.Graph;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Access.Graph;

/// <summary>One company for all of them: each test has people of its own, and the clock only goes forward.</summary>
public sealed class GroupFixture : IAsyncLifetime
{
    internal static readonly Guid Askers = Id(1), Inner = Id(2), Team = Id(3), Approvers = Id(4);

    internal Company Company { get; private set; } = null!;

    public async Task InitializeAsync() => Company = await Company.StartAsync(new CompanyOptions { Settings = Settings });

    public async Task DisposeAsync() => await Company.DisposeAsync();

    internal static Dictionary<string, string?> Settings => new(Two.Approvers)
    {
        ["Access:Roles:Requester:9"] = $"group:{Askers.ToString().ToUpperInvariant()}",
        ["Access:Roles:Requester:10"] = $"team-owner:{Team}",
        ["Access:Roles:Approver:9"] = $"group:{Approvers}",
        ["Access:Roles:Admin:9"] = $"team-member:{Team}",
    };

    internal static Guid Id(int number) => new($"70000000-0000-4000-8000-{number:D12}");
}

/// <summary>Roles by groups of Microsoft Entra and by teams, as Microsoft Graph knows them.</summary>
public sealed class GroupTests(GroupFixture fixture) : IClassFixture<GroupFixture>, IAsyncLifetime
{
    private static readonly TimeSpan s_rememberFor = TimeSpan.FromMinutes(10), s_second = TimeSpan.FromSeconds(1);
    private readonly Company _world = fixture.Company;

    // What the test before has left behind counts no longer.
    public Task InitializeAsync()
    {
        _world.Sandbox.Graph.Faults.Clear();
        (_world.Sandbox.Graph.PageSize, _world.Sandbox.Graph.Permissions) = (100, ["GroupMember.Read.All", "User.Read.All"]);
        _world.Clock.Advance(s_rememberFor);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("stranger-1", "group", "Requester")]
    [InlineData("stranger-2", "a group in the group", "Requester")]
    [InlineData("stranger-3", "member of the team", "Admin")]
    [InlineData("stranger-4", "owner of the team", "Requester, Admin")]
    [InlineData("stranger-5", "nothing", "none")]
    public async Task Who_is_in_it_has_the_role_and_nobody_else(string key, string place, string roles)
    {
        Put(key, place);
        Assert.Equal(roles, await RolesOfAsync(key));
    }

    [Fact]
    public async Task All_groups_are_asked_about_in_one_call_and_the_answer_is_remembered()
    {
        Put("stranger-11", "group");
        Put("stranger-11", "owner of the team");
        await RolesOfAsync("stranger-11");
        await RolesOfAsync("stranger-11");
        Assert.Equal(["checkMemberGroups 200"], CallsAbout("stranger-11"));
    }

    [Fact]
    public async Task Who_is_taken_out_has_the_role_until_the_answer_has_run_out_and_not_a_second_longer()
    {
        Put("stranger-12", "group");
        Assert.Equal("Requester", await RolesOfAsync("stranger-12"));
        Group(GroupFixture.Askers).Remove("stranger-12");
        _world.Clock.Advance(s_rememberFor - s_second);
        Assert.Equal("Requester", await RolesOfAsync("stranger-12"));
        _world.Clock.Advance(s_second);
        Assert.Equal("none", await RolesOfAsync("stranger-12"));
    }

    [Fact]
    public async Task Who_is_put_in_has_the_role_a_minute_later()
    {
        Assert.Equal("none", await RolesOfAsync("stranger-13"));
        Put("stranger-13", "owner of the team");
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Requester, Admin", await RolesOfAsync("stranger-13"));
    }

    [Fact]
    public async Task A_group_of_5000_costs_one_call_and_nobody_has_to_be_listed()
    {
        for (var number = 1; number <= 5000; number++)
            Group(GroupFixture.Askers).Members[$"50000000-0000-4000-8009-{number:D12}"] = true;
        Put("stranger-14", "group");
        var before = _world.Sandbox.Graph.Calls.Count;
        Assert.Equal("Requester", await RolesOfAsync("stranger-14"));
        Assert.Single(_world.Sandbox.Graph.Calls.Skip(before), call => call.What == "checkMemberGroups");
    }

    [Fact]
    public async Task Owners_are_found_on_whichever_page_they_are()
    {
        for (var number = 31; number <= 45; number++)
            Put($"stranger-{number}", "owner of the team");
        _world.Sandbox.Graph.PageSize = 4;
        Assert.Equal("Requester, Admin", await RolesOfAsync("stranger-31"));
        Assert.Equal("Requester, Admin", await RolesOfAsync("stranger-45"));
    }

    [Fact]
    public async Task Owners_of_which_one_page_is_missing_are_owners_of_nothing()
    {
        for (var number = 51; number <= 55; number++)
            Put($"stranger-{number}", "owner of the team");
        _world.Sandbox.Graph.PageSize = 2;
        _world.Sandbox.Graph.Faults.Add(new Fault { Kind = "latency", Milliseconds = 0, Method = "GET" });
        _world.Sandbox.Graph.Faults.Add(new Fault { Status = 500, Method = "GET", Times = 10 });
        Assert.Equal("Admin", await RolesOfAsync("stranger-51"));
        Assert.Contains("no answer about group, team-member or team-owner.", await RefusedAsync("stranger-52", "/trunk requests"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, null, 10)]
    [InlineData(403, null, 10)]
    [InlineData(429, 60, 60)]
    public async Task A_Graph_that_fails_gives_nothing_says_which_source_and_is_left_alone_for_a_while(int status, int? retryAfter, int seconds)
    {
        var key = $"stranger-{status}";
        Put(key, "group");
        _world.Sandbox.Graph.Faults.Add(new Fault { Status = status, RetryAfter = retryAfter, Times = 10 });
        Assert.Contains("because I get no answer about group, team-member or team-owner.", await RefusedAsync(key, "/trunk requests"), StringComparison.Ordinal);
        Assert.Equal("none", await RolesOfAsync(key));
        _world.Sandbox.Graph.Faults.Clear();
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds) - s_second);
        Assert.Equal("none", await RolesOfAsync(key));
        _world.Clock.Advance(s_second);
        Assert.Equal("Requester", await RolesOfAsync(key));
        Assert.Equal([$"checkMemberGroups {status}", "checkMemberGroups 200"], CallsAbout(key));
    }

    [Fact]
    public async Task A_Graph_that_is_slow_is_waited_for_five_seconds_and_no_longer()
    {
        Put("stranger-15", "group");
        _world.Sandbox.Graph.Faults.Add(new Fault { Kind = "latency", Milliseconds = 600_000, Times = 10 });
        var roles = RolesOfAsync("stranger-15");
        while (!roles.IsCompleted)
        {
            _world.Clock.Advance(s_second);
            await Task.Delay(10);
        }

        Assert.Equal("none", await roles);
    }

    [Fact]
    public async Task A_permission_that_nobody_has_granted_gives_nothing_and_is_in_the_log()
    {
        Put("stranger-16", "group");
        _world.Sandbox.Graph.Permissions = ["GroupMember.Read.All"];
        Assert.Equal("none", await RolesOfAsync("stranger-16"));
        Assert.Contains(_world.Log.Lines, line => line.Contains("Microsoft Graph doesn't answer: it answered 403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_settings_say_themselves_counts_while_Graph_is_silent()
    {
        _world.Sandbox.Graph.Faults.Add(new Fault { Status = 503, Times = 10 });
        Assert.Equal("Requester", await RolesOfAsync("riya"));
    }

    [Fact]
    public async Task A_yes_of_somebody_who_was_taken_out_since_does_not_count_although_that_is_remembered()
    {
        var id = await AskedAsync();
        Put("approver-21", "approvers");
        Put("approver-22", "approvers");
        Assert.Contains("1 of 2", (await Talker("approver-21").SaysAsync($"/trunk approve {id}")).Text, StringComparison.Ordinal);
        Group(GroupFixture.Approvers).Remove("approver-21");
        Assert.Contains("1 of 2", (await Talker("approver-22").SaysAsync($"/trunk approve {id}")).Text, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.DoesNotContain(_world.Sandbox.VideoSdk.Trunks, trunk => trunk.Name == NameOf(id));
    }

    [Fact]
    public async Task Nothing_is_granted_and_nothing_created_while_Graph_is_silent()
    {
        var id = await AskedAsync();
        Put("approver-23", "approvers");
        Put("approver-24", "approvers");
        await Talker("approver-23").SaysAsync($"/trunk approve {id}");
        await RolesOfAsync("approver-24");
        _world.Sandbox.Graph.Faults.Add(new Fault { Status = 503, Times = 1000 });
        Assert.Contains(
            $"whether everyone who approved {id} still has the role, because I get no answer about group, team-member or team-owner.",
            (await Talker("approver-24").SaysAsync($"/trunk approve {id}")).Text,
            StringComparison.Ordinal);
        _world.Sandbox.Graph.Faults.Clear();
        _world.Clock.Advance(TimeSpan.FromSeconds(10));
        // Granted; and again silent before it is created.
        Assert.Contains("is approved", (await Talker("approver-24").SaysAsync($"/trunk approve {id}")).Text, StringComparison.Ordinal);
        _world.Sandbox.Graph.Faults.Add(new Fault { Status = 503, Times = 1000 });
        await _world.RunDueJobsAsync();
        Assert.DoesNotContain(_world.Sandbox.VideoSdk.Trunks, trunk => trunk.Name == NameOf(id));
        _world.Sandbox.Graph.Faults.Clear();
        await _world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Contains(_world.Sandbox.VideoSdk.Trunks, trunk => trunk.Name == NameOf(id));
    }

    private Talker Talker(string key) => new(_world.Sandbox, key);

    private SandboxGroup Group(Guid id) => _world.Sandbox.Graph.Group(id);

    private void Put(string key, string place)
    {
        switch (place)
        {
            case "group":
                Group(GroupFixture.Askers).Add(key);
                break;
            case "a group in the group":
                Group(GroupFixture.Askers).Groups[GroupFixture.Inner] = true;
                Group(GroupFixture.Inner).Add(key);
                break;
            case "member of the team":
                Group(GroupFixture.Team).Add(key);
                break;
            case "owner of the team":
                Group(GroupFixture.Team).Own(key);
                break;
            case "approvers":
                Group(GroupFixture.Approvers).Add(key);
                break;
        }
    }

    private async Task<string> RolesOfAsync(string key)
    {
        var said = (await Talker(key).SaysAsync("/whoami")).Text;
        return said.Contains("Your roles: ", StringComparison.Ordinal) ? said.Split("Your roles: ")[1].Split('.')[0] : "none";
    }

    private async Task<string> RefusedAsync(string key, string line) => (await Talker(key).SaysAsync(line)).Text;

    private static string NameOf(string id) => $"voice agents {id}";

    /// <summary>Riya asks for a trunk that needs two approvers.</summary>
    private async Task<string> AskedAsync()
    {
        await _world.Riya.SaysAsync("/trunk new");
        var id = Cards.Actions(_world.Riya.CardWith("Submit").Card!.Value).First().GetProperty("data").GetProperty("requestId").GetString()!;
        var fields = Sample.Another(int.Parse(id[3..], System.Globalization.CultureInfo.InvariantCulture) + 100);
        await _world.Riya.ClicksAsync("Submit", inputs: [.. fields.Select(field => field.Id == "name" ? ("name", NameOf(id)) : field)]);
        await _world.RunDueJobsAsync();
        return id;
    }

    private IReadOnlyList<string> CallsAbout(string key) =>
        [.. _world.Sandbox.Graph.Calls.Where(call => call.Id == SandboxApp.Person(key).ObjectId).Select(call => $"{call.What} {call.Status}")];
}
