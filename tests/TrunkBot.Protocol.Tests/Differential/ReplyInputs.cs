using System.Text.Json.Nodes;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Where a turn's replies go and what they hold, whether they travel in the answer, and under which headers.</summary>
internal static class ReplyInputs
{
    private const string Say = """{"send":{"type":"message","text":"Hello"}}""";
    private const string Card = """{"send":{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[]}}]}}""";

    private static readonly (string Name, string Members, string Script)[] Turns =
    [
        ("to a message", "{}", Say),
        ("to a message without an id", """{"id":null}""", Say),
        ("to an invoke", """{"type":"invoke","name":"x","value":{}}""", Say + ",{\"answer\":{\"status\":200,\"body\":{\"a\":1}}}"),
        ("to an event", """{"type":"event","name":"x"}""", Say),
        ("to a conversationUpdate", """{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}]}""", Say),
        ("to an installation", """{"type":"installationUpdate","action":"add"}""", Say),
        ("to a reaction", """{"type":"messageReaction","replyToId":"1763"}""", Say),
        ("to an edit", """{"type":"messageUpdate","channelData":{"eventType":"editMessage"}}""", Say),
        ("to a card click", """{"replyToId":"1763","value":{"verb":"x"}}""", Say),
        ("in a thread", """{"conversation":{"id":"{conversation};messageid=1763","isGroup":true,"conversationType":"channel"}}""", Say),
        ("without a locale", """{"locale":null}""", Say),
        ("without a person", """{"from":null}""", Say),
        ("with its own replyToId", "{}", """{"send":{"type":"message","text":"Hello","replyToId":"1700"}}"""),
        ("with its own recipient", "{}", """{"send":{"type":"message","text":"Hello","recipient":{"id":"29:other"}}}"""),
        ("with its own locale", "{}", """{"send":{"type":"message","text":"Hello","locale":"de-DE"}}"""),
        ("with an id", "{}", """{"send":{"type":"message","text":"Hello","id":"1700"}}"""),
        ("without a type", "{}", """{"send":{"text":"Hello"}}"""),
        ("with a card", "{}", Card),
        ("with an unknown member", "{}", """{"send":{"type":"message","text":"Hello","unknown":{"a":1}}}"""),
        ("with an entity of its own", "{}", """{"send":{"type":"message","text":"Hello","entities":[{"type":"https://schema.org/Message","@type":"Message","additionalType":["AIGeneratedContent"]}]}}"""),
        ("with channel data", "{}", """{"send":{"type":"message","text":"Hello","channelData":{"notification":{"alert":true}}}}"""),
        ("with suggested actions", "{}", """{"send":{"type":"message","text":"Hello","suggestedActions":{"to":[],"actions":[{"type":"imBack","title":"Yes","value":"yes"}]}}}"""),
        ("with a hint", "{}", """{"send":{"type":"message","text":"Hello","inputHint":"expectingInput","importance":"high","summary":"S","speak":"Say"}}"""),
        ("empty", "{}", """{"send":{"type":"message"}}"""),
        ("with every script", "{}", """{"send":{"type":"message","text":"é 😀 नमस्ते <b>&\"\\"}}"""),
        ("typing", "{}", """{"send":{"type":"typing"}}"""),
        ("a trace", "{}", """{"send":{"type":"trace","name":"x"}}"""),
        ("an event", "{}", """{"send":{"type":"event","name":"x","value":{"a":1}}}"""),
        ("twice", "{}", Say + "," + Say),
        ("nothing", "{}", """{"fail":false}"""),
        ("an update", "{}", """{"update":{"type":"message","id":"1700","text":"Changed"}}"""),
        ("a deletion", "{}", """{"delete":"1700"}"""),
        ("an update, a deletion and a message", "{}", """{"update":{"type":"message","id":"1700","text":"Changed"}},{"delete":"1701"},""" + Say),
        ("before a failure", "{}", Say + ",{\"fail\":true}"),
        ("nothing to an invoke", """{"type":"invoke","name":"x"}""", """{"fail":false}"""),
        ("an answer of 412 to an invoke", """{"type":"invoke","name":"x"}""", """{"answer":{"status":412,"body":{"failureDetail":"x"}}}"""),
        ("an answer to a message", "{}", """{"answer":{"status":202,"body":{"a":1}}}"""),
        ("two answers to an invoke", """{"type":"invoke","name":"x"}""", """{"answer":{"status":200,"body":{"a":1}}},{"answer":{"status":200,"body":{"a":2}}}"""),
    ];

    public static IEnumerable<Input> All =>
    [
        .. Turns.Select(turn => new Input($"replies/{turn.Name}", "script", Of(turn.Members, turn.Script))),
        .. Turns.Where((_, i) => i is 0 or 1 or 2 or 3 or 4 or 9 or 17 or 25 or 26 or 28 or 29 or 30 or 31 or 32 or 33 or 34 or 35)
            .Select(turn => new Input($"expectReplies/{turn.Name}", "script", Of(turn.Members, turn.Script, "\"deliveryMode\":\"expectReplies\""))),
        new("expectReplies/normal", "script", Of("{}", Say, "\"deliveryMode\":\"normal\"")),
        new("expectReplies/in other letters", "script", Of("{}", Say, "\"deliveryMode\":\"ExpectReplies\"")),
        new("expectReplies/ephemeral", "script", Of("{}", Say, "\"deliveryMode\":\"ephemeral\"")),
        new("headers/a message", "script", Of("{}", Say)),
        new("headers/a card", "script", Of("{}", Card)),
        new("headers/an update", "script", Of("{}", """{"update":{"type":"message","id":"1700","text":"Changed"}}""")),
        new("headers/a deletion", "script", Of("{}", """{"delete":"1700"}""")),
    ];

    /// <summary>A turn that does what its script says.</summary>
    public static Request Of(string members, string script, string? more = null)
    {
        var activity = JsonNode.Parse(members)!.AsObject();
        var data = activity["channelData"]?.DeepClone().AsObject() ?? [];
        data["script"] = JsonNode.Parse($"[{script}]");
        activity["channelData"] = data;
        if (more is not null)
        {
            foreach (var (name, value) in JsonNode.Parse($"{{{more}}}")!.AsObject())
                activity[name] = value!.DeepClone();
        }

        return Request.Activity(activity.ToJsonString());
    }
}
