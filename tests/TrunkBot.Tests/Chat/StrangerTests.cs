using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Chat.Showing;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>Somebody without the role is told which one is missing, and nothing else happens.</summary>
public sealed class StrangerTests
{
    [Fact]
    public async Task A_stranger_is_refused_every_command_in_words_that_name_the_missing_role()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var spec in world.Bot.Services.GetRequiredService<CommandTable>().Specs.Where(spec => spec.Roles.Count > 0))
        {
            foreach (var line in spec.Examples.Append("/" + spec.Words).Append($"/{spec.Words} TR-1 --nonsense"))
            {
                var heard = await world.Eve.SaysAsync(line.Replace("TR-7", "TR-1", StringComparison.Ordinal));
                Assert.Contains($"You need the role {spec.Roles[0]}", heard.Text, StringComparison.Ordinal);
                Assert.All(spec.Roles, role => Assert.Contains($"{role}", heard.Text, StringComparison.Ordinal));
                Assert.Contains("/whoami", heard.Text, StringComparison.Ordinal);
                Assert.Single(heard.Sent);
            }
        }

        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Empty(world.Sandbox.VideoSdk.Requests);
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task A_stranger_is_refused_every_button_in_words_that_name_the_missing_role(string channel)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        var buttons = world.Bot.Services.GetServices<CardActionEntry>().Where(button => button.Verb is not (CardButton.Say or ApprovalCard.View)).ToList();
        Assert.NotEmpty(buttons);
        foreach (var button in buttons)
        {
            Assert.NotEmpty(button.Roles);
            foreach (var click in new Func<JsonObject, JsonObject>[] { data => Talker.Invoke(data, null), Talker.Submit })
            {
                var heard = await world.ClicksForgedAsync("eve", channel, click(new() { ["verb"] = button.Verb, ["requestId"] = "TR-1" }));
                Assert.Equal(200, heard.Delivery.Status);
                Assert.Contains($"You need the role {button.Roles[0]}", heard.Text, StringComparison.Ordinal);
                Assert.All(button.Roles, role => Assert.Contains($"{role}", heard.Text, StringComparison.Ordinal));
            }
        }

        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Theory]
    [InlineData("riya", "/trunk approve TR-1", "Approver")]
    [InlineData("riya", "/trunk adopt TR-1 x", "Admin")]
    [InlineData("riya", "/trunk approvals here", "Admin")]
    [InlineData("omar", "/trunk new", "Requester")]
    [InlineData("omar", "/trunk resend TR-1", "Admin")]
    [InlineData("ada", "/trunk approve TR-1", "Approver")]
    [InlineData("ada", "/trunk new", "Requester")]
    public async Task No_role_contains_another(string person, string line, string missing)
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        var talker = person switch { "riya" => world.Riya, "omar" => world.Omar, _ => world.Ada };
        Assert.Contains($"You need the role {missing}", (await talker.SaysAsync(line)).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task On_a_channel_that_vouches_for_nobody_everybody_is_told_so()
    {
        await using var world = await Company.StartAsync(new() { Settings = { ["Access:IdentityFromChannel:1"] = null, ["Access:IdentityFromChannel:0"] = "msteams" } });
        var riya = world.Riya.On("webchat");
        foreach (var line in new[] { "/trunk new", "/trunk list", "/whoami" })
            Assert.Contains("does not tell me who you are", (await riya.SaysAsync(line)).Text, StringComparison.Ordinal);
        var heard = await world.ClicksForgedAsync("riya", "webchat", Talker.Submit(new() { ["verb"] = "trunk.new" }));
        Assert.Contains("does not tell me who you are", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_of_the_company_learns_the_line_that_grants_a_role()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Eve.SaysAsync("/whoami");
        Assert.Contains("You have no role in TrunkBot yet", heard.Text, StringComparison.Ordinal);
        var line = $"user:10000000-0000-4000-8000-00000000c0de/{SandboxApp.Person("eve").ObjectId}";
        Assert.Contains(line, heard.Text, StringComparison.Ordinal);

        await world.RestartAsync(("Access:Roles:Requester:7", line));
        Assert.Contains("Your roles: Requester.", (await world.Eve.SaysAsync("/whoami")).Text, StringComparison.Ordinal);
        Assert.Contains("New SIP trunk", (await world.Eve.SaysAsync("/trunk new")).Text, StringComparison.Ordinal);
    }
}
