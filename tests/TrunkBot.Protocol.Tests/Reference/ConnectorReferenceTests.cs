using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Reference;

/// <summary>Our connector client and Microsoft's, given the same calls, must ask the same of the same connector.</summary>
public sealed class ConnectorReferenceTests : IAsyncLifetime
{
    // An id of every kind that Teams gives, and activities with everything that we send. Theirs drops what it does not know of an entity.
    private const string Calls =
        """
        [
          {"operation":"send","conversationId":"a:1_xY-z","activity":{"type":"message","text":"Hello","textFormat":"plain"}},
          {"operation":"send","conversationId":"19:abc@thread.tacv2;messageid=1764000000123","activity":
            {"type":"message","textFormat":"markdown","text":"<at>Riya</at> é \"quoted\" 😀 <b>","summary":"S","speak":"Say","inputHint":"expectingInput",
             "importance":"high","locale":"it-IT","channelId":"msteams","replyToId":"1764000000123",
             "from":{"id":"28:bot","name":"TrunkBot"},"recipient":{"id":"29:user","name":"Riya","aadObjectId":"o","role":"user"},
             "conversation":{"id":"19:abc@thread.tacv2;messageid=1764000000123"},
             "entities":[{"type":"mention","text":"<at>Riya</at>","mentioned":{"id":"29:user","name":"Riya"}},{"type":"clientInfo"}],
             "suggestedActions":{"to":["29:user"],"actions":[{"type":"imBack","title":"Yes","value":"yes"}]},
             "channelData":{"notification":{"alert":true},"tenant":{"id":"t"}}}},
          {"operation":"reply","conversationId":"a:1/2?3#4%5+6&7","activityId":"f:8 9","activity":
            {"type":"message","attachmentLayout":"carousel","attachments":[
              {"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"ü","wrap":true,"n":1.50}]}},
              {"contentType":"image/png","contentUrl":"https://cards.example/a.png","name":"a.png","thumbnailUrl":"https://cards.example/t.png"}]}},
          {"operation":"reply","conversationId":"c","activityId":"1764000000123","activity":{"type":"typing"}},
          {"operation":"update","conversationId":"19:abc@thread.tacv2","activityId":"1764000000123","activity":{"type":"message","text":"Changed"}},
          {"operation":"delete","conversationId":"19:abc@thread.tacv2","activityId":"1764000000123"},
          {"operation":"create","parameters":{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:user"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}},
          {"operation":"create","parameters":{"isGroup":true,"channelData":{"channel":{"id":"19:abc@thread.tacv2"}},"activity":{"type":"message","text":"First"}}},
          {"operation":"member","conversationId":"19:abc@thread.tacv2","memberId":"29:1abc-DEF_g"},
          {"operation":"pagedMembers","conversationId":"19:abc@thread.tacv2"},
          {"operation":"pagedMembers","conversationId":"19:abc@thread.tacv2","pageSize":50},
          {"operation":"pagedMembers","conversationId":"19:abc@thread.tacv2","pageSize":500,"continuationToken":"a+b/c=d"},
          {"operation":"team","teamId":"19:abc@thread.tacv2"},
          {"operation":"channels","teamId":"19:abc@thread.tacv2"}
        ]
        """;

    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData("teams/region/")]
    [InlineData("teams/region")]
    public async Task Both_clients_make_the_same_requests(string path)
    {
        var serviceUrl = $"{_bot.Channel.Http}{path}";
        var calls = JsonNode.Parse(Calls)!.AsArray();
        await ReferenceSdk.RunAsync(calls, "connector", serviceUrl);
        var theirs = Recorded();
        foreach (var call in calls)
            await MakeAsync(serviceUrl, call!.AsObject());
        Assert.Equal(calls.Count, theirs.Length);
        Assert.All(theirs.Zip(Recorded()), pair => Assert.Equal(pair.First, pair.Second));
    }

    private Task MakeAsync(string serviceUrl, JsonObject call)
    {
        string Of(string name) => (string)call[name]!;
        var activity = call["activity"].Deserialize(ProtocolJsonContext.Default.Activity)!;
        var connector = _bot.Connector;
        return Of("operation") switch
        {
            "send" => connector.SendToConversationAsync(serviceUrl, Of("conversationId"), activity),
            "reply" => connector.ReplyToActivityAsync(serviceUrl, Of("conversationId"), Of("activityId"), activity),
            "update" => connector.UpdateActivityAsync(serviceUrl, Of("conversationId"), Of("activityId"), activity),
            "delete" => connector.DeleteActivityAsync(serviceUrl, Of("conversationId"), Of("activityId")),
            "create" => connector.CreateConversationAsync(
                serviceUrl, call["parameters"].Deserialize(ProtocolJsonContext.Default.ConversationParameters)!),
            "member" => connector.GetMemberAsync(serviceUrl, Of("conversationId"), Of("memberId")),
            "pagedMembers" => connector.GetPagedMembersAsync(
                serviceUrl, Of("conversationId"), (int?)call["pageSize"], (string?)call["continuationToken"]),
            "team" => connector.GetTeamDetailsAsync(serviceUrl, Of("teamId")),
            "channels" => connector.GetTeamChannelsAsync(serviceUrl, Of("teamId")),
            var unknown => throw new ArgumentException(unknown),
        };
    }

    // Theirs and ours may order members and space JSON as they like.
    private string[] Recorded()
    {
        var requests = _bot.Channel.Requests.Select(r => $"{r.Method} {r.RawTarget} {r.ContentType} {Sorted(r.Body)}").ToArray();
        _bot.Channel.Requests.Clear();
        return requests;
    }

    private static string Sorted(string body) => body.Length == 0 ? "" : Sorted(JsonNode.Parse(body)!).ToJsonString();

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : (JsonNode?)Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Sorted(item))]),
        _ when node.GetValueKind() == JsonValueKind.Number => JsonValue.Create(node.GetValue<double>()),
        _ => node.DeepClone(),
    };
}
