using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>What is for one person alone is said where only they read, and the bot does not talk to itself.</summary>
public sealed class WhoReadsTests : IAsyncLifetime
{
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<string, Action<JsonObject>> AmongOthers => new()
    {
        { "a channel without isGroup", line => line["conversation"]!.AsObject().Remove("isGroup") },
        { "a channel with isGroup of another form", line => line["conversation"]!["isGroup"] = "yes" },
        { "a channel that calls itself no group", line => line["conversation"]!["isGroup"] = false },
        { "a kind that is not known", line => line["conversation"]!["conversationType"] = "meeting" },
        { "a group that calls itself personal", line => line["conversation"]!["conversationType"] = "personal" },
        { "a team's channel that says nothing of itself", line =>
        {
            line["conversation"]!.AsObject().Remove("isGroup");
            line["conversation"]!.AsObject().Remove("conversationType");
        } },
    };

    [Theory, MemberData(nameof(AmongOthers))]
    public async Task A_channel_is_not_taken_for_a_personal_chat(string what, Action<JsonObject> change)
    {
        var heard = await _world.ClicksForgedAsync("riya", "msteams", new() { ["type"] = "message", ["text"] = "hello everybody" }, "teams-other", change);
        Assert.True(heard.Sent.Count == 0, $"In {what} the answer was '{heard.Text}'.");
    }

    [Theory, MemberData(nameof(AmongOthers))]
    public async Task Nor_is_it_kept_as_the_place_where_somebody_reads_alone(string what, Action<JsonObject> change)
    {
        await _world.ClicksForgedAsync("riya", "msteams", new() { ["type"] = "message", ["text"] = "hello everybody" }, "teams-other", change);
        var place = Assert.Single(await _world.StoredAsync(db => db.Set<Conversation>().Where(place => place.Id.StartsWith("19:")).ToListAsync()));
        Assert.True(place.PersonId is null, $"{what} is kept as the chat of {place.PersonId}.");
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("Personal")]
    [InlineData(null)]
    public async Task A_personal_chat_is_known_with_and_without_its_kind(string? kind)
    {
        var heard = await _world.ClicksForgedAsync("riya", "msteams", new() { ["type"] = "message", ["text"] = "whoami" }, alter: line =>
        {
            line["conversation"]!.AsObject().Remove("isGroup");
            line["conversation"]!["conversationType"] = kind;
        });
        Assert.Contains("Requester", heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("messageUpdate")]
    public async Task The_bots_own_message_is_ignored(string type)
    {
        foreach (var where in new[] { "personal", "group" })
        {
            var heard = await _world.ClicksForgedAsync(
                "riya", "msteams", new() { ["type"] = type, ["text"] = "/whoami" }, where, line => line["from"] = line["recipient"]!.DeepClone());
            Assert.Equal((200, 0), (heard.Delivery.Status, heard.Sent.Count));
        }
    }

    [Fact]
    public async Task An_answer_for_one_person_names_that_person_and_says_nothing_new_of_the_bot()
    {
        var heard = await _world.ClicksForgedAsync(
            "riya", "msteams", new() { ["type"] = "message", ["text"] = "/whoami" }, "group", line => line["recipient"]!["isTargeted"] = true);
        var sent = Assert.Single(heard.Sent).Activity!.Value;
        Assert.True(sent.GetProperty("recipient").GetProperty("isTargeted").GetBoolean());
        Assert.False(sent.GetProperty("from").TryGetProperty("isTargeted", out _));
    }
}
