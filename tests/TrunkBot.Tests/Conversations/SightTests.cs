using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Chat;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>Who sees what in lists and cards, and what an empty list says.</summary>
public sealed class SightTests
{
    private const string OtherTenant = "90000000-0000-4000-8000-00000000aaaa";

    [Fact]
    public async Task An_empty_list_says_what_to_type_next()
    {
        await using var world = await Company.StartAsync();
        Assert.Contains("There are no trunks yet. Type /trunk new to ask for a trunk.", (await world.Riya.SaysAsync("/trunk list")).Text, StringComparison.Ordinal);
        Assert.Contains("There are no requests yet. Type /trunk new to ask for a trunk.", (await world.Riya.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        Assert.Contains("Somebody with the Requester role can ask for a trunk with /trunk new.", (await world.Omar.SaysAsync("/trunk list")).Text, StringComparison.Ordinal);
        Assert.Contains("I can't find that request.", (await world.Omar.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);
        Assert.Contains("I can't find a trunk with that id.", (await world.Omar.SaysAsync("/trunk show aB3dE6gH9jK2mN5pQ8sT1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Askers_see_their_own_and_approvers_and_admins_the_companys_but_nobody_elses_draft()
    {
        await using var world = await Company.StartAsync(Sharing());
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        await world.Riya.SaysAsync("/trunk new --name draftname");
        var trunk = world.Sandbox.VideoSdk.Trunks.Single().TrunkId;

        foreach (var person in new[] { world.Riya, world.Omar, world.Ada })
        {
            Assert.Contains("voice agents", (await person.SaysAsync("/trunk list")).Text, StringComparison.Ordinal);
            Assert.Contains("TR-1 voice agents", (await person.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
            Assert.Contains(trunk, (await person.SaysAsync("/trunk show tr-1")).Text, StringComparison.Ordinal);
            Assert.Contains("as VideoSDK has it now", (await person.SaysAsync($"/trunk show {trunk}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("draftname", (await world.Riya.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        foreach (var person in new[] { world.Omar, world.Ada })
        {
            Assert.DoesNotContain("draftname", (await person.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
            Assert.Contains("I can't find", (await person.SaysAsync("/trunk show TR-2")).Text, StringComparison.Ordinal);
        }

        await SeesNothingAsync(line => world.Eve.SaysAsync(line), trunk);
        await SeesNothingAsync(line => ElsewhereAsync(world, line), trunk);
    }

    [Fact]
    public async Task What_was_deleted_at_VideoSDK_is_said_to_be()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        var trunk = world.Sandbox.VideoSdk.Trunks.Single().TrunkId;
        world.Sandbox.VideoSdk.Reset();
        Assert.Contains("no longer has the trunk", (await world.Riya.SaysAsync($"/trunk show {trunk}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cards_buttons_work_for_those_who_see_it()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Riya.SaysAsync("/trunk show TR-1");
        Assert.Contains("Waiting for an approver", (await world.Riya.ClicksAsync("Refresh")).Text, StringComparison.Ordinal);
        Assert.Contains("Cancelled", (await world.Riya.ClicksAsync("Cancel request")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
    }

    /// <summary>Eve may ask too, and somebody with Omar's object id approves in another company.</summary>
    private static CompanyOptions Sharing() => new()
    {
        Settings =
        {
            ["Access:Roles:Requester:5"] = "user:" + SandboxApp.Person("eve").ObjectId,
            ["Access:Tenants:0"] = "10000000-0000-4000-8000-00000000c0de",
            ["Access:Tenants:1"] = OtherTenant,
            ["Access:Roles:Approver:6"] = $"user:{OtherTenant}/{SandboxApp.Person("omar").ObjectId}",
            ["Access:Roles:Admin:6"] = $"user:{OtherTenant}/{SandboxApp.Person("omar").ObjectId}",
        },
    };

    private static async Task SeesNothingAsync(Func<string, Task<Heard>> says, string trunk)
    {
        Assert.Contains("no trunks yet", (await says("/trunk list")).Text, StringComparison.Ordinal);
        Assert.Contains("no requests yet", (await says("/trunk requests")).Text, StringComparison.Ordinal);
        Assert.Contains("I can't find", (await says("/trunk show TR-1")).Text, StringComparison.Ordinal);
        Assert.Contains("I can't find", (await says($"/trunk show {trunk}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("voice agents", (await says(trunk)).Text, StringComparison.Ordinal);
        Assert.Contains("I can't find", (await says("/trunk cancel TR-1")).Text, StringComparison.Ordinal);
    }

    private static Task<Heard> ElsewhereAsync(Company world, string line) => world.ClicksForgedAsync(
        "omar", "msteams", new JsonObject { ["type"] = "message", ["text"] = line }, alter: activity =>
        {
            activity["conversation"]!["tenantId"] = OtherTenant;
            activity["channelData"]!["tenant"]!["id"] = OtherTenant;
        });
}
