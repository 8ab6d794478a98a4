using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>Who is heard, and what is said to words that are no command.</summary>
public sealed class FrontDeskTests
{
    [Theory]
    [InlineData("/trunk nwe", "Did you mean /trunk new?")]
    [InlineData("/trnk list", "Did you mean /trunk list?")]
    [InlineData("trunk requets", "Did you mean /trunk requests?")]
    [InlineData("/whoamy", "Did you mean /whoami?")]
    [InlineData("/hlp", "Did you mean /help?")]
    [InlineData("please make me a trunk", "New SIP trunk")]
    [InlineData("/trunk", "What would you like to do?")]
    [InlineData("/", "What would you like to do?")]
    [InlineData("🙂", "I didn't understand that. Here is what you can do.")]
    [InlineData("hi", "What I can do")]
    [InlineData("Hello!", "What I can do")]
    [InlineData("?", "What I can do")]
    [InlineData("HELP", "What I can do")]
    [InlineData("/help trunk new", "--host")]
    [InlineData("/help /trunk approve", "looks right")]
    [InlineData("/help nonsense", "What I can do")]
    public async Task Unknown_words_get_the_nearest_command_and_never_silence(string said, string heard)
    {
        await using var world = await Company.StartAsync();
        Assert.Contains(heard, (await world.Riya.SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_first_what_one_may_do_and_says_what_others_need()
    {
        await using var world = await Company.StartAsync();
        var mine = (await world.Riya.SaysAsync("/help")).Text;
        Assert.InRange(mine.IndexOf("/trunk new", StringComparison.Ordinal), 0, mine.IndexOf("With another role", StringComparison.Ordinal));
        Assert.InRange(mine.IndexOf("With another role", StringComparison.Ordinal), 0, mine.IndexOf("/trunk approve", StringComparison.Ordinal));
        Assert.DoesNotContain("--password", (await world.Riya.SaysAsync("/help trunk new")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("teams-other")]
    public async Task In_a_group_only_a_mention_or_a_slash_is_meant_for_the_bot(string where)
    {
        await using var world = await Company.StartAsync();
        foreach (var said in new[] { "hello everybody", "trunk list", "help", "" })
            Assert.Empty((await world.Riya.SaysAsync(said, where)).Sent);
        var picture = await world.ClicksForgedAsync("riya", "msteams", new()
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://example.com/x.png" }),
        }, where);
        Assert.Empty(picture.Sent);

        Assert.Contains("no trunks yet", (await world.Riya.SaysAsync("/trunk list", where)).Text, StringComparison.Ordinal);
        foreach (var words in new[] { "trunk list", "/trunk list", "<at>TrunkBot</at> trunk list" })
        {
            var heard = await world.ClicksForgedAsync("riya", "msteams", Mentioning($"<at>TrunkBot</at> {words}"), where);
            Assert.Contains("no trunks yet", heard.Text, StringComparison.Ordinal);
        }

        var alone = await world.ClicksForgedAsync("riya", "msteams", Mentioning("<at>TrunkBot</at>"), where);
        Assert.Contains("What would you like to do?", alone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_in_a_personal_chat_is_answered_with_a_sentence()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.ClicksForgedAsync("riya", "msteams", new()
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://example.com/x.png" }),
        });
        Assert.Contains("I can only read text and my own cards. Type /help", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_nobody_turns_somebody_elses_form_into_their_own()
    {
        await using var world = await Company.StartAsync(new() { Settings = { ["Access:Roles:Requester:5"] = "user:" + SandboxApp.Person("mei").ObjectId } });
        await world.Riya.SaysAsync("/trunk new --name twilio", "group");
        var form = world.Riya.CardWith("Submit", "group");
        foreach (var title in new[] { "Submit", "Start over", "Ask me one by one" })
        {
            var heard = await world.Mei.ClicksAsync(form, title, "group", Sample.Clean);
            Assert.Contains("isn't yours", heard.Text, StringComparison.Ordinal);
            Assert.Empty(heard.Sent);
        }

        Assert.Equal("twilio", (await world.RequestAsync()).Fields.Name);
    }

    private static JsonObject Mentioning(string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>TrunkBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:20000000-0000-4000-8000-000000000b07", ["name"] = "TrunkBot" },
        }),
    };
}
