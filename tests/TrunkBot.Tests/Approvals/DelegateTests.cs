using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>An approver leaves a decision to a colleague who may decide it anyway, and takes it back.</summary>
public sealed class DelegateTests
{
    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task The_colleague_is_mentioned_in_the_room_and_decides_in_the_others_place(string backEnd)
    {
        await using var world = await AskedInAChannelAsync(backEnd);
        var heard = await MentionsAsync(world, "omar", "mei", "/trunk delegate TR-1 {0} please look at the host");
        Assert.Contains("You left TR-1 to Mei Lin", heard, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Contains("Mei Lin</at>, Omar Haddad left TR-1 to you", world.Mei.Reads("teams-room"), StringComparison.Ordinal);
        Assert.Contains("Omar Haddad left it to Mei Lin", world.Mei.Reads("teams-room"), StringComparison.Ordinal);
        Assert.Contains("please look at the host", world.Mei.Reads("teams-room"), StringComparison.Ordinal);
        var notice = world.Mei.Sees("teams-room").Single(sent => sent.Text?.Contains("left TR-1 to you", StringComparison.Ordinal) == true);
        var mention = notice.Activity!.Value.GetProperty("entities")[0];
        Assert.Equal(SandboxApp.Person("mei").TeamsId, mention.GetProperty("mentioned").GetProperty("id").GetString());
        Assert.Contains(mention.GetProperty("text").GetString()!, notice.Text, StringComparison.Ordinal);

        await world.Mei.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        Assert.Contains("Mei Lin, in place of Omar Haddad", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(["submitted", "handed on", "approved", "provisioning", "created"], await world.AuditAsync());
        Assert.Equal(1, world.Posts());
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Whoever_has_left_it_does_not_count_until_they_take_it_back(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk delegate TR-1 mei");
        Assert.Contains("You left TR-1 to Mei Lin", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());

        Assert.Contains("yours again", (await world.Omar.SaysAsync("/trunk delegate TR-1 me")).Text, StringComparison.Ordinal);
        Assert.Contains("is approved", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(["submitted", "handed on", "taken back", "approved"], await world.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Two_who_share_one_voice_are_not_two_approvals(string backEnd)
    {
        await using var world = await TwoAreNeededAsync(backEnd);
        await world.Omar.SaysAsync("/trunk delegate TR-1 mei");
        await world.Mei.SaysAsync("/trunk approve TR-1");
        Assert.Contains("Mei Lin already approved TR-1 in your place", (await world.Omar.SaysAsync("/trunk delegate TR-1 me")).Text, StringComparison.Ordinal);
        Assert.Contains("You left TR-1 to Mei Lin", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());

        Assert.Contains("is rejected", (await world.Omar.SaysAsync("/trunk reject TR-1 not ours")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_that_is_handed_on_twice_is_the_last_ones_and_goes_in_no_circle()
    {
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            Settings = { ["Access:Roles:Approver:7"] = $"user:{SandboxApp.Person("ada").ObjectId}" },
        });
        await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk delegate TR-1 mei");
        await world.Mei.SaysAsync("/trunk delegate TR-1 ada");
        Assert.Contains("Mei Lin left TR-1 to Ada Rossi", (await world.Omar.SaysAsync("/trunk delegate TR-1 mei")).Text, StringComparison.Ordinal);
        Assert.Contains("Omar Haddad left TR-1 to Mei Lin", (await world.Ada.SaysAsync("/trunk delegate TR-1 omar")).Text, StringComparison.Ordinal);
        await world.Ada.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Contains("Ada Rossi, in place of Mei Lin, Omar Haddad", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("riya", "asked for TR-1, so they can't decide about it. Choose somebody else with the Approver role.")]
    [InlineData("eve", "have the Approver role, which TR-1 needs")]
    [InlineData("nobody@example.com", "I can't find that person in the approvals room")]
    [InlineData("\"../../teams\"", "I can't find that person in the approvals room")]
    [InlineData("me", "so the decision is yours already")]
    public async Task It_is_left_only_to_somebody_who_may_decide(string whom, string refusal)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Assert.Contains(refusal, (await world.Omar.SaysAsync($"/trunk delegate TR-1 {whom}")).Text, StringComparison.Ordinal);
        Assert.Equal(["submitted"], await world.AuditAsync());
    }

    [Fact]
    public async Task Without_the_roster_nothing_is_changed_and_it_says_so()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        world.Sandbox.Channel.Faults.Add(new() { Status = 403, Method = "GET" });
        Assert.Contains("I can't see who is in the approvals room right now", (await world.Omar.SaysAsync("/trunk delegate TR-1 mei")).Text, StringComparison.Ordinal);
        Assert.Equal(["submitted"], await world.AuditAsync());
    }

    private static async Task<Company> AskedInAChannelAsync(string backEnd)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync();
        return world;
    }

    private static async Task<Company> TwoAreNeededAsync(string backEnd)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = Two.Approvers });
        await world.AskedAsync();
        return world;
    }

    private static async Task<string> MentionsAsync(Company world, string who, string whom, string line)
    {
        var person = SandboxApp.Person(whom);
        var words = $"<at>{person.Name}</at>";
        var sent = world.Sandbox.Channel.Sent.Count;
        await world.Sandbox.Channel.DeliverAsync(who, "teams-room", new JsonObject
        {
            ["type"] = "message",
            ["text"] = line.Replace("{0}", words, StringComparison.Ordinal),
            ["textFormat"] = "plain",
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = words,
                ["mentioned"] = new JsonObject { ["id"] = person.TeamsId, ["name"] = person.Name },
            }),
        });
        return string.Join("\n", world.Sandbox.Channel.Sent.Skip(sent).Select(one => one.Text));
    }
}
