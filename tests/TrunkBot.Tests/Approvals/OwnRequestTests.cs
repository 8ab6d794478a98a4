using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Chat;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>Nobody decides about their own request, whichever way they come.</summary>
public sealed class OwnRequestTests
{
    private const string OtherTenant = "90000000-0000-4000-8000-00000000aaaa";
    private const string Refusal = "You asked for this yourself, so another approver has to decide.";

    private static readonly CompanyOptions s_riyaMayBoth = new()
    {
        Settings =
        {
            ["Access:Roles:Approver:5"] = "user:" + SandboxApp.Person("riya").ObjectId,
            ["Access:Tenants:0"] = "10000000-0000-4000-8000-00000000c0de",
            ["Access:Tenants:1"] = OtherTenant,
            ["Access:Roles:Approver:6"] = $"user:{OtherTenant}/{SandboxApp.Person("omar").ObjectId}",
        },
    };

    [Theory]
    [InlineData("room")]
    [InlineData("teams-room")]
    public async Task Not_by_button(string room)
    {
        await using var world = await AskedInAsync(room);
        foreach (var title in new[] { "Approve", "Reject" })
            Assert.Contains(Refusal, (await world.Riya.ClicksAsync(title, room, ("comment", "mine"))).Text, StringComparison.Ordinal);
        await StillPendingAsync(world);
        await world.Omar.ClicksAsync("Approve", room);
        Assert.Equal(RequestState.Approved, await world.StateAsync());
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("room")]
    [InlineData("group")]
    public async Task Not_by_typed_command(string where)
    {
        await using var world = await AskedInAsync("room");
        foreach (var line in new[] { "/trunk approve TR-1", "/trunk approve tr-1 looks fine", "/trunk reject Tr-1 changed my mind" })
            Assert.Contains(Refusal, (await world.Riya.SaysAsync(line, where)).Text, StringComparison.Ordinal);
        await StillPendingAsync(world);
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Not_by_a_forged_message_or_invoke_whatever_it_claims(string channel)
    {
        await using var world = await AskedInAsync("room");
        var omar = SandboxApp.Person("omar");
        foreach (var verb in new[] { "request.approve", "request.reject" })
        {
            JsonObject Data() => new()
            {
                ["verb"] = verb,
                ["requestId"] = "TR-1",
                ["comment"] = "ok",
                ["asker"] = "somebody",
                ["userId"] = omar.ObjectId,
                ["aadObjectId"] = omar.ObjectId,
                ["role"] = "Approver",
            };
            Assert.Contains(Refusal, (await world.ClicksForgedAsync("riya", channel, Talker.Submit(Data()))).Text, StringComparison.Ordinal);
            Assert.Contains(Refusal, (await world.ClicksForgedAsync("riya", channel, Talker.Invoke(Data(), null))).Text, StringComparison.Ordinal);
        }

        await StillPendingAsync(world);
    }

    [Fact]
    public async Task Not_by_replaying_somebody_elses_click()
    {
        await using var world = await AskedInAsync("teams-room");
        var approve = world.Sandbox.Channel.Compose("omar", "teams-room", Talker.Click(world.Omar.CardWith("Approve", "teams-room"), "Approve"));

        async Task<string> ReplayAsync(Action<JsonObject> alter)
        {
            var altered = approve.DeepClone().AsObject();
            altered["id"] = $"f:{Guid.NewGuid()}";
            alter(altered);
            var delivery = await world.Sandbox.Channel.PostAsync(altered, world.Sandbox.Channel.SignToken());
            return delivery.Status == 200 ? new Heard(delivery, []).Text : $"{delivery.Status}";
        }

        Assert.Contains(Refusal, await ReplayAsync(activity => Become(activity, "riya")), StringComparison.Ordinal);
        Assert.Contains("You need the role Approver", await ReplayAsync(activity => Become(activity, "eve")), StringComparison.Ordinal);
        Assert.Contains("You need the role Approver", await ReplayAsync(activity => Become(activity, "ada")), StringComparison.Ordinal);
        Assert.Contains("does not tell me who you are", await ReplayAsync(activity => activity["from"]!["aadObjectId"] = null), StringComparison.Ordinal);
        Assert.Contains("I can't find that request in your company", await ReplayAsync(activity => MoveTo(activity, OtherTenant)), StringComparison.Ordinal);
        Assert.Equal("403", await ReplayAsync(activity => MoveTo(activity, "90000000-0000-4000-8000-00000000bbbb")));
        Assert.Equal("403", await ReplayAsync(activity => activity["conversation"]!["tenantId"] = OtherTenant));
        await StillPendingAsync(world);

        Assert.Contains("Approved", await ReplayAsync(_ => { }), StringComparison.Ordinal);
        Assert.Equal(RequestState.Approved, await world.StateAsync());
    }

    [Fact]
    public async Task A_second_decision_is_answered_with_the_first()
    {
        await using var world = await AskedInAsync("teams-room");
        var card = world.Omar.CardWith("Approve", "teams-room");
        await world.Omar.ClicksAsync(card, "Approve", "teams-room");
        Assert.Contains("Approved by", (await world.Mei.ClicksAsync(card, "Reject", "teams-room", ("comment", "no"))).Text, StringComparison.Ordinal);
        Assert.Contains("TR-1 was already decided. Approved.", (await world.Mei.SaysAsync("/trunk reject TR-1 no")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Approved, await world.StateAsync());
    }

    private static async Task<Company> AskedInAsync(string room)
    {
        var world = await Company.StartAsync(s_riyaMayBoth);
        if (room != "room")
            await world.Ada.SaysAsync("/trunk approvals here", room);
        await world.AskedAsync();
        return world;
    }

    private static async Task StillPendingAsync(Company world)
    {
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Empty(world.Sandbox.VideoSdk.Requests);
    }

    private static void Become(JsonObject activity, string person)
    {
        var who = SandboxApp.Person(person);
        activity["from"] = new JsonObject { ["id"] = who.TeamsId, ["name"] = "Omar Haddad", ["aadObjectId"] = who.ObjectId, ["role"] = "user" };
    }

    private static void MoveTo(JsonObject activity, string tenant)
    {
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"]!["tenant"]!["id"] = tenant;
    }
}
