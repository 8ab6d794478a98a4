namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>What the connector may answer to a message, an update and a deletion, and what is asked of it again.</summary>
internal static class ConnectorInputs
{
    private static readonly Answer Good = new(200, """{"id":"m"}""");

    private static readonly (string Name, Answer[] Answers)[] Cases =
    [
        ("201", [new(201, """{"id":"m"}""")]),
        ("202 without a body", [new(202)]),
        ("204", [new(204)]),
        ("200 and no JSON", [new(200, "<html>")]),
        ("200 and a list", [new(200, "[]")]),
        ("400", [new(400, """{"error":{"code":"BadSyntax","message":"x"}}""")]),
        ("401 once", [new(401), Good]),
        ("401 always", [new(401)]),
        ("403", [new(403, """{"error":{"code":"BotNotInConversationRoster","message":"x"}}""")]),
        ("404", [new(404, """{"error":{"code":"ConversationNotFound","message":"x"}}""")]),
        ("405", [new(405)]),
        ("408 once", [new(408), Good]),
        ("409", [new(409)]),
        ("412 once", [new(412), Good]),
        ("413", [new(413, """{"error":{"code":"MessageSizeTooBig","message":"x"}}""")]),
        ("429 once with a time", [new(429, "", "Retry-After", "1"), Good]),
        ("429 once", [new(429), Good]),
        ("500 once", [new(500), Good]),
        ("501", [new(501)]),
        ("502 once", [new(502), Good]),
        ("503 once with a time", [new(503, "", "Retry-After", "1"), Good]),
        ("504 once", [new(504), Good]),
        ("a redirection", [new(302, "", "Location", "/elsewhere"), Good]),
        ("a cut line once", [new(0), Good]),
    ];

    private static readonly (string Name, string Script)[] Operations =
    [
        ("message", """{"send":{"type":"message","text":"Hello"}}"""),
        ("update", """{"update":{"type":"message","id":"1700","text":"Changed"}}"""),
        ("deletion", """{"delete":"1700"}"""),
    ];

    public static IEnumerable<Input> All =>
        from operation in Operations
        from answer in Cases
        select new Input($"connector/{operation.Name}: {answer.Name}", "script", ReplyInputs.Of("{}", operation.Script)) { Connector = answer.Answers };
}
