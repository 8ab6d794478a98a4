using System.Text.Json.Nodes;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>What phones, word processors and channels put into a line that nobody typed does not count.</summary>
public sealed class CopiedLineTests : IAsyncLifetime
{
    private const string Bot = "28:20000000-0000-4000-8000-000000000b07";
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Characters_that_nobody_sees_and_markup_around_a_line_come_off()
    {
        string[] lines =
        [
            "\u200b/whoami", "/whoami\u200b", "\ufeff/whoami", "\ufeffwhoami\ufeff", "/who\u00adami", "\u2060/whoami\u2060", "\u200e/whoami\u200f", "\u202a/whoami\u202c",
            "\u2066/whoami\u2069", "/\u200bwhoami", "\u200d/whoami", "/whoami\u200c", "\u00a0/whoami\u00a0", "\u3000/whoami\u3000", "\u2007/whoami", "/whoami\u2028",
            "<p>/whoami</p>", "<div>/whoami</div>", "<p class=\"x\">/whoami</p>\r\n", "<div><div>/whoami</div></div>", "<div>\n<p>/whoami</p>\n</div>", "<br>/whoami", "/whoami<br>",
            "/whoami<br/>", "/whoami<br />\n", "<p>&nbsp;</p><p>/whoami</p>", "<p>/whoami&nbsp;</p>", "<p><span style=\"color:red\">/whoami</span></p>", "&nbsp;/whoami&nbsp;", "<P>/whoami</P>",
            "\uff0f\uff57\uff48\uff4f\uff41\uff4d\uff49", "\uff0fwhoami", "/whoami.", "/whoami,", "whoami:",
        ];
        foreach (var line in lines)
            Assert.True((await SaidAsync(line)).Contains("Requester", StringComparison.Ordinal), $"'{Uri.EscapeDataString(line)}' was not understood.");
    }

    [Fact]
    public async Task An_id_is_known_with_every_hyphen_and_at_the_end_of_a_sentence()
    {
        await _world.AskedAsync();
        string[] ids =
        [
            "TR-1", "tr-1", "TR\u20101", "TR\u20111", "TR\u20121", "TR\u20131", "TR\u20141", "TR\u22121", "TR\uff0d1", "\uff34\uff32\uff0d\uff11", "TR-1.", "TR-1,", "TR-1:", "TR\u20131.",
            "TR\u00ad-1", "TR-\u200b1", "\u201cTR-1\u201d", "TR-1\u200b", "<b>TR-1</b>",
        ];
        foreach (var id in ids)
        {
            var text = id[0] == '<' ? $"<p>/trunk show {id}</p>" : $"/trunk show {id}";
            Assert.True((await SaidAsync(text)).Contains("voice agents", StringComparison.Ordinal), $"'{Uri.EscapeDataString(id)}' was not understood.");
        }
    }

    [Fact]
    public async Task A_decision_is_taken_with_such_an_id_and_its_reason_stays_as_it_was_written()
    {
        await _world.AskedAsync();
        await _world.Omar.SaysAsync("/trunk reject TR\u20111, it costs \u2013 as TR-9. \u2013 too much.", "room");
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Rejected, await _world.StateAsync());
        Assert.Contains("as TR-9.", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("too much.", _world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joined_letters_and_emojis_of_a_name_are_not_taken_apart()
    {
        foreach (var name in new[] { "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\ud83d\udc69\u200d\ud83d\udcbb", "\u0915\u094d\u200d\u0937" })
        {
            await _world.Riya.SaysAsync("/cancel");
            await _world.Riya.SaysAsync($"/trunk new --name \"{name}\"");
            Assert.Contains(name, _world.Riya.Sees()[^1].Activity!.Value.GetRawText() + System.Text.RegularExpressions.Regex.Unescape(_world.Riya.Reads()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("TrunkBot", "<at id=\"0\">TrunkBot</at> whoami", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "<at id=\"0\">TrunkBot</at> whoami", "TrunkBot")]
    [InlineData("TrunkBot", "<at id='0' itemid=\"x\">TrunkBot</at>&nbsp;whoami", "<at id=\"0\">TrunkBot</at>")]
    [InlineData("TrunkBot", "@TrunkBot whoami", "@TrunkBot")]
    [InlineData("The \"Trunk\" Bot", "<at>The &quot;Trunk&quot; Bot</at> whoami", "<at>The \"Trunk\" Bot</at>")]
    [InlineData("The \"Trunk\" Bot", "<at>The \"Trunk\" Bot</at> whoami", "<at>The &quot;Trunk&quot; Bot</at>")]
    [InlineData("Trunks & Co", "<at>Trunks &amp; Co</at> whoami", "<at>Trunks & Co</at>")]
    [InlineData("Trunk Bot", "<at>Trunk&nbsp;Bot</at> whoami", "<at>Trunk Bot</at>")]
    [InlineData("Trunk Bot", "<at>Trunk\u00a0Bot</at> whoami", "<at>Trunk Bot</at>")]
    [InlineData("Trunk's", "<at>Trunk&#39;s</at> whoami", "<at>Trunk's</at>")]
    [InlineData("TrunkBot", "<p><at>TrunkBot</at> whoami</p>", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "<div><at id=\"0\">TrunkBot</at>&nbsp;whoami</div>", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "<at>TrunkBot</at>: whoami", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "<at>TrunkBot</at>, /whoami", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "<at>TrunkBot</at> <at>TrunkBot</at> whoami", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "\u200b<at>TrunkBot</at>\u200b whoami", "<at>TrunkBot</at>")]
    [InlineData("TrunkBot", "<at>TrunkBot</at> whoami", null)]
    public async Task The_bots_mention_is_found_however_text_and_entity_write_it(string name, string text, string? entity)
    {
        var heard = await _world.ClicksForgedAsync("riya", "msteams", Mentioning(text, (Bot, name, entity)), "group");
        Assert.Contains("Requester", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_told_apart_by_their_order()
    {
        await _world.AskedAsync();
        var mei = TrunkBot.Sandbox.SandboxApp.Person("mei").TeamsId;
        var line = Mentioning(
            "<at>Sam</at> /trunk delegate TR-1 <at>Sam</at> look", (Bot, "Sam", "<at>Sam</at>"), (mei, "Sam", "<at>Sam</at>"));
        Assert.Contains("Mei", (await _world.ClicksForgedAsync("omar", "msteams", line, "group")).Text, StringComparison.Ordinal);
    }

    private async Task<string> SaidAsync(string line)
    {
        // A conversation takes only so many messages a second.
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await _world.Riya.SaysAsync(line)).Text;
    }

    private static JsonObject Mentioning(string text, params (string Id, string Name, string? Text)[] mentions) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["entities"] = new JsonArray([.. mentions.Select(mention => new JsonObject
        {
            ["type"] = "mention",
            ["text"] = mention.Text,
            ["mentioned"] = new JsonObject { ["id"] = mention.Id, ["name"] = mention.Name },
        })]),
    };
}
