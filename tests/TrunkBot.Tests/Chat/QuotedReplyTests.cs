using System.Text.Json.Nodes;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>An answer given with Teams' <i>Reply</i> is the answer alone: what it quotes is nobody's input.</summary>
public sealed class QuotedReplyTests : IAsyncLifetime
{
    private const string Marker = """<quoted messageId="1700000000000"/>""";
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_reply_answers_the_question_calls_the_command_and_cancels()
    {
        await CaseAsync("1-ask");
        await CaseAsync("2-name-by-reply");
        Assert.Equal("acme-eu", (await _world.RequestAsync()).Fields.Name);
        await CaseAsync("3-host-by-reply");
        Assert.Equal("acme.pstn.twilio.com", (await _world.RequestAsync()).Fields.Domain);
        Assert.Contains("Requester", (await CaseAsync("4-command-by-reply")).Text, StringComparison.Ordinal);
        Assert.Contains("ancelled", (await CaseAsync("5-cancel-at-the-password-by-reply")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_cancels_at_the_password_is_no_password()
    {
        await CaseAsync("1-ask");
        foreach (var answer in new[] { "acme-eu", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme" })
            await ReplyAsync($"{Marker} {answer}");
        var heard = await CaseAsync("5-cancel-at-the-password-by-reply");
        Assert.Contains("ancelled", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("password", heard.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""<quoted messageId="1700000000000"/>/whoami""")]
    [InlineData("""/whoami <quoted messageId="1700000000000"/>""")]
    [InlineData("""<quoted messageId='1700000000000' /> /whoami""")]
    [InlineData("""<quoted messageId=1700000000000/> /whoami""")]
    [InlineData("""<quoted senderId="28:x" messageId="1700000000000" senderName="Trunk Bot"/> /whoami""")]
    [InlineData("""<Quoted MessageId = "1700000000000"></Quoted> /whoami""")]
    [InlineData("""<quoted messageId="1700000000000">What should it be called?</quoted> /whoami""")]
    [InlineData("""<quoted messageId="1700000000000"/><quoted messageId="1700000000009"/> /whoami""")]
    [InlineData("""<quoted messageId="1700000000000"/> /whoami <quoted messageId="1700000000000"/>""")]
    [InlineData("""<p><quoted messageId="1700000000000"/></p><p>/whoami</p>""")]
    [InlineData("""<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1700000000000"><strong>TrunkBot</strong><p>cancel</p></blockquote><p>/whoami</p>""")]
    [InlineData("""<blockquote itemtype='https://schema.skype.com/Reply'>a<blockquote itemtype='https://schema.skype.com/Reply'>b</blockquote>c</blockquote>/whoami""")]
    public async Task Every_way_to_write_a_quote_comes_off(string text) =>
        Assert.Contains("Requester", (await ReplyAsync(text)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_marker_that_nothing_announces_was_typed_and_calls_nothing()
    {
        foreach (var text in new[] { $"{Marker} /whoami", """<quoted messageId="5"/> /whoami""", "<blockquote>/whoami</blockquote> x" })
            Assert.DoesNotContain("Your role", (await _world.Riya.SaysAsync(text)).Text, StringComparison.Ordinal);
        var other = await ReplyAsync("""<quoted messageId="5"/> /whoami""");
        Assert.DoesNotContain("Your role", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_in_the_approvals_room_does_not_reach_the_one_who_asked()
    {
        await _world.AskedAsync();
        var said = Reply($"/trunk reject TR-1 {Marker} too dear");
        await _world.ClicksForgedAsync("omar", "webchat", said, "room");
        await _world.RunDueJobsAsync();
        Assert.Contains("too dear", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.DoesNotContain("quoted", _world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Equal(RequestState.Rejected, await _world.StateAsync());
    }

    private Task<Heard> CaseAsync(string name) => _world.ClicksForgedAsync("riya", "msteams", CaseFile.Read($"quoted-reply/{name}.json"));

    private Task<Heard> ReplyAsync(string text) => _world.ClicksForgedAsync("riya", "msteams", Reply(text));

    private static JsonObject Reply(string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["entities"] = new JsonArray(Quote("1700000000000"), Quote("1700000000009")),
    };

    private static JsonObject Quote(string message) => new()
    {
        ["type"] = "quotedReply",
        ["quotedReply"] = new JsonObject { ["messageId"] = message, ["senderName"] = "TrunkBot", ["preview"] = "cancel" },
    };
}
