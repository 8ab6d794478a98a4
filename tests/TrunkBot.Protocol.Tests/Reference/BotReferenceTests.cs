using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Reference;

/// <summary>What a bot is told of an activity: ours and Microsoft's ActivityHandler, mention removal and references, on the same activities.</summary>
public sealed partial class BotReferenceTests(BotReferenceTests.Reference reference) : IClassFixture<BotReferenceTests.Reference>
{
    private const string Envelope =
        """
        {"id":"1764000000123","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/teams/","locale":"it-IT",
         "from":{"id":"29:riya","name":"Riya","aadObjectId":"o"},"recipient":{"id":"28:bot","name":"TrunkBot"},
         "conversation":{"id":"19:abc@thread.tacv2;messageid=1","isGroup":true,"conversationType":"channel","tenantId":"t"}}
        """;

    public static TheoryData<string> Activities =>
    [
        """{"type":"message","text":"Hello"}""",
        """{"type":"message","value":{"verb":"trunk.submit"}}""",
        """{"type":"messageUpdate","text":"Changed","channelData":{"eventType":"editMessage"}}""",
        """{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""",
        """{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""",
        """{"type":"messageReaction","reactionsRemoved":[{"type":"like"}]}""",
        """{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}]}""",
        """{"type":"conversationUpdate","membersAdded":[{"id":"29:riya"},{"id":"28:bot"}]}""",
        """{"type":"conversationUpdate","membersRemoved":[{"id":"29:riya"}]}""",
        """{"type":"conversationUpdate","membersAdded":[],"membersRemoved":[]}""",
        """{"type":"conversationUpdate","channelData":{"eventType":"channelRenamed"}}""",
        """{"type":"installationUpdate","action":"add"}""",
        """{"type":"installationUpdate","action":"add-upgrade"}""",
        """{"type":"installationUpdate","action":"remove"}""",
        """{"type":"installationUpdate","action":"remove-upgrade"}""",
        """{"type":"installationUpdate","action":"other"}""",
        """{"type":"installationUpdate"}""",
        """{"type":"event","name":"application/vnd.microsoft.readReceipt"}""",
        """{"type":"typing"}""",
        """{"type":"endOfConversation","code":"completedSuccessfully"}""",
        """{"type":"Message","text":"another case"}""",
        """{"type":"somethingNew"}""",
        """{"type":"invoke","name":"unknown/invoke","value":{}}""",
        """{"type":"invoke","value":{}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"request.approve","data":{"requestId":"TR-7"}},"trigger":"manual"}}""",
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Submit","verb":"v","data":{}}}}""",
        """{"type":"invoke","name":"adaptiveCard/action"}""",
    ];

    public static TheoryData<string, string> Texts => new()
    {
        { "<at>TrunkBot</at> trunk new", "<at>TrunkBot</at>" },
        { "<at>TrunkBot</at>", "<at>TrunkBot</at>" },
        { "please <at>TrunkBot</at> trunk new", "<at>TrunkBot</at>" },
        { "trunk new <at>TrunkBot</at>", "<at>TrunkBot</at>" },
        { "  <at>TrunkBot</at>   trunk new --name a\n", "<at>TrunkBot</at>" },
        { "@TrunkBot trunk new", "@TrunkBot" },
        { "<at>Riya</at> hello", "<at>TrunkBot</at>" },
        { "trunk new", "<at>TrunkBot</at>" },
        { "<at>Riya</at> said <at>TrunkBot</at>", "" },
        { "<at>TrunkBot</at> typed and not mentioned", "" },
    };

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task An_activity_reaches_the_same_handlers_and_an_invoke_gets_the_same_answer(string members)
    {
        var theirs = reference.Answers[members];
        var bot = new RecordingHandler();
        var turn = new TurnContext(Ours(Whole(members)), new ServiceCollection().BuildServiceProvider());
        await bot.OnTurnAsync(turn);

        Assert.Equal(theirs["called"]!.AsArray().Select(name => (string)name!), bot.Called);
        // Theirs writes an inner refusal into the HTTP status as well; Teams wants that to be 200.
        var inner = turn.InvokeResponse?.Body is { } body && body.TryGetProperty("statusCode", out var code) ? code.GetInt32() : turn.InvokeResponse?.Status;
        Assert.Equal((int?)theirs["invokeStatus"], inner);
        Assert.Equal((string?)theirs["invokeType"], turn.InvokeResponse?.Body?.GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_bots_mention_and_no_other_is_taken_out_of_the_text(string text, string mention)
    {
        var members = WithMention(text, mention);
        var ours = Ours(Whole(members)).RemoveRecipientMention();
        Assert.Equal(OneSpace((string)reference.Answers[members]["text"]!), OneSpace(ours));
    }

    [Fact]
    public void A_reference_names_the_same_place()
    {
        const string Members = """{"type":"message","text":"Hello"}""";
        var theirs = reference.Answers[Members]["reference"];
        var ours = JsonSerializer.SerializeToNode(Ours(Whole(Members)).GetConversationReference(), ProtocolJsonContext.Default.ConversationReference);
        Assert.True(JsonNode.DeepEquals(theirs, ours), $"{theirs}\n{ours}");
    }

    private static Activity Ours(JsonObject activity) => activity.Deserialize(ProtocolJsonContext.Default.Activity)!;

    private static string WithMention(string text, string mention)
    {
        var entities = new JsonArray(Mention("29:riya", "<at>Riya</at>"));
        if (mention.Length > 0)
            entities.Add((JsonNode)Mention("28:bot", mention));
        return new JsonObject { ["type"] = "message", ["text"] = text, ["entities"] = entities }.ToJsonString();
    }

    private static JsonObject Mention(string id, string text) => new()
    {
        ["type"] = "mention",
        ["text"] = text,
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "somebody" },
    };

    private static JsonObject Whole(string members)
    {
        var activity = JsonNode.Parse(Envelope)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
            activity[name] = value?.DeepClone();
        return activity;
    }

    // Theirs leaves the blanks on both sides of a mention, ours one of its own.
    private static string OneSpace(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("[ ]+")]
    private static partial Regex Blanks();

    /// <summary>What Microsoft's bot makes of every activity here, asked in one go.</summary>
    public sealed class Reference : IAsyncLifetime
    {
        internal Dictionary<string, JsonNode> Answers { get; } = [];

        public async Task InitializeAsync()
        {
            string[] all = [.. ((IEnumerable<object[]>)Activities).Select(row => (string)row[0]), .. ((IEnumerable<object[]>)Texts).Select(row => WithMention((string)row[0], (string)row[1]))];
            var answers = await ReferenceSdk.RunAsync([.. all.Select(members => (JsonNode)Whole(members))], "bot");
            foreach (var (members, answer) in all.Zip(answers))
                Answers.Add(members, answer!);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
