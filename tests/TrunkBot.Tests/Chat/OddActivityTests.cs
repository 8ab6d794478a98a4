using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>What is not read cannot hurt: a member of another form counts as absent, and what is refused says in the log by which member.</summary>
public sealed class OddActivityTests : IAsyncLifetime
{
    private static readonly string[] s_odd = ["null", "5", "1e400", "-0.5", "true", "\"\"", "\"odd\"", "\"\\ud83d\"", "[]", "{}", "[null]", "[5]", "[[]]", "[{}]", "{\"id\":5}", "[{\"type\":5,\"text\":{},\"mentioned\":\"x\"}]"];

    private static readonly string[] s_members =
    [
        "id", "timestamp", "localTimestamp", "localTimezone", "replyToId", "locale", "textFormat", "speak", "summary", "inputHint", "importance", "attachmentLayout",
        "attachments", "suggestedActions", "entities", "name", "valueType", "action", "code", "deliveryMode", "membersAdded", "membersRemoved", "reactionsAdded",
        "reactionsRemoved", "topicName", "callerId", "expiration", "semanticAction", "label", "somethingNew", "value",
    ];

    private static readonly string[] s_inner =
    [
        "from.id", "from.name", "from.role", "from.isTargeted", "from.tenantId", "recipient.name", "recipient.isTargeted", "recipient.role", "conversation.name", "conversation.isGroup",
        "conversation.aadObjectId", "conversation.role", "conversation.new", "channelData.team", "channelData.channel", "channelData.eventType", "channelData.source",
        "channelData.tenant.name", "channelData.settings",
    ];

    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("a-local-time")]
    [InlineData("b-null-entity")]
    public async Task One_odd_member_does_not_lose_the_message(string name) =>
        Assert.Contains("Requester", (await _world.ClicksForgedAsync("riya", "msteams", CaseFile.Read($"one-odd-member/{name}.json"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_message_whose_needed_members_are_right_is_answered_whatever_the_others_are()
    {
        foreach (var member in s_members.Concat(s_inner))
            foreach (var odd in s_odd)
            {
                // A name that says who speaks has to be right where it is given; a role or a team is read.
                if ((member, odd) is ("from.role", "\"odd\"" or "\"\\ud83d\"") || (member == "recipient.isTargeted" && odd == "true") || (member == "conversation.isGroup" && odd == "true")
                    || (member == "deliveryMode") || (member is "from.id"))
                    continue;
                await AnswersAsync(With(member, odd), $"{member}: {odd}");
            }
    }

    [Fact]
    public async Task Half_a_character_and_a_broken_byte_anywhere_do_not_lose_the_message()
    {
        foreach (var text in new[] { "/whoami \\ud83d", "/whoami \\udc00\\ud800", "/whoami \\\\ud83d", "/whoami \\ud83d\\ude00" })
            await AnsweredAsync(Whole().Replace("/whoami", text, StringComparison.Ordinal), text);
        await AnsweredAsync(Whole().Replace("\"text\"", "\"\\ud800\":1,\"text\"", StringComparison.Ordinal), "a name of a member");
        var bytes = Encoding.UTF8.GetBytes(Whole().Replace("Riya Rao", "Riya ?ao", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xff;
        Assert.Equal(200, await PostAsync(bytes));
        Assert.Equal(200, await PostAsync([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Whole())]));
        AssertNothingBroke();
    }

    [Fact]
    public async Task A_member_that_is_given_twice_alike_is_one_and_of_two_the_one_that_can_be_read_counts()
    {
        var line = Compose();
        foreach (var name in line.Select(member => member.Key).ToList())
        {
            line["id"] = Compose()["id"]!.DeepClone();
            await AnsweredAsync($"{{\"{name}\":{line[name]!.ToJsonString()},{line.ToJsonString()[1..]}", $"{name} twice");
        }

        foreach (var (name, odd) in new[] { ("from", "null"), ("localTimestamp", "5"), ("text", "{}"), ("locale", "\"de\""), ("entities", "[null]") })
            await AnsweredAsync($"{Whole()[..^1]},\"{name}\":{odd}}}", $"{name} and {odd}");
        await AnsweredAsync(Whole().Replace("\"name\":\"Riya Rao\"", "\"name\":\"Riya\",\"name\":\"Riya Rao\"", StringComparison.Ordinal), "a name twice");
        AssertNothingBroke();
    }

    [Theory]
    [InlineData("conversation", "conversation")]
    [InlineData("channelId", "channelId")]
    [InlineData("serviceUrl", "serviceUrl")]
    [InlineData("type", "type")]
    public async Task What_is_refused_names_the_member_in_the_log_and_never_its_value(string member, string named)
    {
        foreach (var odd in new[] { "5", "{\"canary\":1}", "[\"canary\"]", "\"\"", "null" })
        {
            Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes(With(member, odd))));
            Assert.Contains(named, Refusals()[^1], StringComparison.Ordinal);
        }

        Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes($"{Whole()[..^1]},\"from\":{{\"id\":\"canary\"}}}}")));
        Assert.Contains("from is given twice", Refusals()[^1], StringComparison.Ordinal);
        Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes(Whole().Replace("\"aadObjectId\":", "\"aadObjectId\":\"canary\",\"aadObjectId\":", StringComparison.Ordinal))));
        Assert.Contains("aadObjectId", Refusals()[^1], StringComparison.Ordinal);
        foreach (var body in new[] { "canary", "[\"canary\"]", "\"canary\"", new string('[', 100_000) })
        {
            var before = Refusals().Count;
            Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes(body)));
            Assert.Equal(before + 1, Refusals().Count);
        }

        Assert.DoesNotContain(_world.Log.Lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_that_are_nested_deeper_than_anybody_reads_do_not_lose_the_message()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":[", 100)) + string.Concat(Enumerable.Repeat("]}", 100));
        foreach (var member in new[] { "somethingNew", "channelData.settings", "value", "semanticAction", "attachments" })
            await AnswersAsync(With(member, deep), member);
        AssertNothingBroke();
    }

    private JsonObject Compose() => _world.Sandbox.Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "/whoami" });

    private string Whole() => Compose().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private string With(string member, string value)
    {
        var line = Compose();
        var path = member.Split('.');
        var owner = line;
        foreach (var name in path[..^1])
            owner = (owner[name] ??= new JsonObject()).AsObject();
        owner[path[^1]] = "@here@";
        return line.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace("\"@here@\"", value, StringComparison.Ordinal);
    }

    private async Task AnsweredAsync(string body, string what)
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(2));
        var before = _world.Riya.Sees().Count;
        var status = await PostAsync(Encoding.UTF8.GetBytes(body));
        Assert.True(status == 200, $"With {what} the answer was {status}.");
        Assert.True(_world.Riya.Sees().Count > before, $"With {what} there was no answer.");
    }

    private async Task AnswersAsync(string body, string what)
    {
        await AnsweredAsync(body, what);
        var heard = _world.Riya.Sees()[^1];
        Assert.True((heard.Text + Cards.Words(heard.Card)).Contains("Requester", StringComparison.Ordinal), $"With {what} the answer was '{heard.Text}'.");
    }

    private List<string> Refusals() => [.. _world.Log.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("was refused", StringComparison.Ordinal))];

    private void AssertNothingBroke() =>
        Assert.DoesNotContain(_world.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));

    private async Task<int> PostAsync(byte[] body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _world.Sandbox.BotEndpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _world.Sandbox.Channel.SignToken());
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
