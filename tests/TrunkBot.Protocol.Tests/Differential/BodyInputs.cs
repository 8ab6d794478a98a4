namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Bodies that are no JSON, no activity, or one whose members have other forms than they should.</summary>
internal static class BodyInputs
{
    private static readonly (string Name, string Body)[] Texts =
    [
        ("empty", ""), ("blank", "  \r\n "), ("null", "null"), ("true", "true"), ("a number", "7"), ("a string", "\"x\""), ("an empty list", "[]"),
        ("a list of activities", "[{}]"), ("an empty object", "{}"), ("an open brace", "{"), ("an open string", "{\"type\":\"mess"), ("a comma too many", "{\"type\":\"message\",}"),
        ("a comment", "/* x */ {}"), ("single quotes", "{'type':'message'}"), ("names without quotes", "{type:\"message\"}"), ("NaN", "{\"type\":NaN}"),
        ("two documents", "{} {}"), ("a tail", "{}x"), ("XML", "<activity/>"), ("a form", "type=message"), ("only a type", "{\"type\":\"message\"}"),
        ("2000 brackets", new string('[', 2000)), ("a control character", "{\"type\":\"mess\u0001age\"}"), ("a bad escape", "{\"type\":\"\\x\"}"),
    ];

    private static readonly string[] Members =
    [
        """{"type":null}""", """{"type":""}""", """{"type":7}""", """{"type":{}}""", """{"type":["message"]}""", """{"type":"Message"}""", """{"type":" message"}""",
        """{"channelId":null}""", """{"channelId":""}""", """{"channelId":7}""", """{"channelId":"MSTEAMS"}""", """{"channelId":"msteams:COPILOT"}""", """{"channelId":" "}""",
        """{"serviceUrl":null}""", """{"serviceUrl":""}""", """{"serviceUrl":7}""", """{"serviceUrl":"nonsense"}""", """{"serviceUrl":"https://elsewhere.example/"}""",
        """{"conversation":null}""", """{"conversation":{}}""", """{"conversation":{"id":""}}""", """{"conversation":{"id":7}}""", """{"conversation":"x"}""", """{"conversation":[]}""",
        """{"id":null}""", """{"id":""}""", """{"id":7}""", """{"from":null}""", """{"from":"29:riya"}""", """{"from":{}}""", """{"from":[]}""", """{"from":{"id":"28:bot"}}""",
        """{"recipient":null}""", """{"recipient":"28:bot"}""", """{"recipient":{}}""",
        """{"text":null,"x":1}""", """{"text":7}""", """{"text":{"a":1}}""", """{"text":""}""", """{"text":"\u0000"}""", """{"text":"😀 é नमस्ते"}""",
        """{"timestamp":null}""", """{"timestamp":"yesterday"}""", """{"timestamp":7}""", """{"timestamp":"2026-13-45T99:99:99Z"}""", """{"localTimestamp":"x"}""", """{"expiration":"x"}""",
        """{"attachments":{}}""", """{"attachments":[null]}""", """{"attachments":["x"]}""", """{"attachments":[{"contentType":7,"content":"x"}]}""",
        """{"entities":{}}""", """{"entities":[null,{"type":"mention"}]}""", """{"entities":[{"type":"mention","mentioned":"x"}]}""", """{"suggestedActions":[]}""",
        """{"value":null}""", """{"value":"x"}""", """{"value":7}""", """{"value":[[]]}""", """{"channelData":"x"}""", """{"channelData":[]}""", """{"channelData":{"tenant":"x"}}""",
        """{"membersAdded":{}}""", """{"membersAdded":[null]}""", """{"reactionsAdded":"x"}""", """{"locale":7}""", """{"name":7}""", """{"action":[]}""", """{"deliveryMode":7}""",
        """{"unknown":{"deep":[1,2,{"x":null}]}}""", """{"__proto__":{"polluted":true}}""", """{"constructor":"x"}""", """{"TYPE":"typing"}""", """{"replyToId":7}""",
        """{"importance":"urgent","textFormat":"bbcode","inputHint":"x"}""",
    ];

    public static IEnumerable<Input> All =>
    [
        .. Texts.Select(text => new Input($"bodies/{text.Name}", "all", Request.Body(text.Body))),
        .. Members.Select(members => new Input($"bodies/{members}", "all", Request.Activity(members))),
        new("bodies/deep in a value", "all", Request.Body(Request.Whole("{}")[..^1] + ",\"value\":" + new string('[', 300) + new string(']', 300) + "}")),
        new("bodies/one member twice", "all", Request.Body(Request.Whole("{}")[..^1] + ",\"type\":\"typing\"}")),
        new("bodies/one member twice the same", "all", Request.Body(Request.Whole("{}")[..^1] + ",\"type\":\"message\"}")),
        new("bodies/half a character", "all", Request.Body(Request.Whole("{}")[..^1] + ",\"text\":\"\\ud83d\"}")),
        new("bodies/blanks around", "all", Request.Body($" \r\n{Request.Whole("{}")}\t\n")),
    ];
}
