using System.Text.Json.Nodes;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>The first thing that people see, once.</summary>
public sealed class WelcomeTests
{
    private const string Bot = "28:20000000-0000-4000-8000-000000000b07";

    [Theory]
    [InlineData("msteams", "personal")]
    [InlineData("webchat", "personal")]
    [InlineData("msteams", "teams-room")]
    public async Task The_welcome_comes_once_however_often_and_in_whatever_order_the_bot_is_added(string channel, string where)
    {
        await using var world = await Company.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => world.ClicksForgedAsync("riya", channel, i % 2 == 0 ? Installed() : Added(), where)));
        await world.ClicksForgedAsync("riya", channel, Installed(), where);
        await world.RestartAsync();
        await world.ClicksForgedAsync("riya", channel, Added(), where);
        Assert.Single(world.Riya.On(channel).Sees(where));

        var welcome = world.Riya.On(channel).Reads(where);
        foreach (var words in new[] { "SIP trunks on VideoSDK", "You ask", "An approver says yes or no", "Never type a SIP password as a message" })
            Assert.Contains(words, welcome, StringComparison.Ordinal);
        Assert.Contains("New SIP trunk", (await world.Riya.On(channel).ClicksAsync("New trunk", where)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_join_or_leave_are_not_greeted_and_a_removal_says_nothing()
    {
        await using var world = await Company.StartAsync();
        foreach (var activity in new[]
        {
            new JsonObject { ["type"] = "conversationUpdate", ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:somebody" }) },
            new JsonObject { ["type"] = "conversationUpdate", ["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = Bot }) },
            new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" },
            new JsonObject { ["type"] = "messageReaction", ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }) },
            new JsonObject { ["type"] = "typing" },
            new JsonObject { ["type"] = "event", ["name"] = "x" },
            new JsonObject { ["type"] = "endOfConversation" },
            new JsonObject { ["type"] = "something/new" },
        })
        {
            var heard = await world.ClicksForgedAsync("riya", "msteams", activity);
            Assert.Equal((200, 0), (heard.Delivery.Status, heard.Sent.Count));
        }
    }

    private static JsonObject Installed() => new() { ["type"] = "installationUpdate", ["action"] = "add" };

    private static JsonObject Added() => new()
    {
        ["type"] = "conversationUpdate",
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }, new JsonObject { ["id"] = "29:somebody" }),
    };
}
