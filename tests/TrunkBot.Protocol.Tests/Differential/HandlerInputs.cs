namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Every kind of activity and event, and which handlers it reaches.</summary>
internal static class HandlerInputs
{
    private const string Team = "\"team\":{\"id\":\"19:t@thread.tacv2\",\"name\":\"T\"},\"channel\":{\"id\":\"19:c@thread.tacv2\",\"name\":\"C\"}";
    private const string InTeam = "\"channelData\":{\"team\":{\"id\":\"19:t@thread.tacv2\",\"name\":\"T\"}}";
    private const string Meeting = "{\"Id\":\"m\",\"JoinUrl\":\"https://x.example\",\"MeetingType\":\"Scheduled\",\"Title\":\"T\",\"StartTime\":\"2026-11-20T10:00:00Z\",\"EndTime\":\"2026-11-20T11:00:00Z\"}";

    private static readonly string[] Conversations =
    [
        "channelCreated", "channelDeleted", "channelRenamed", "channelRestored", "teamArchived", "teamDeleted", "teamHardDeleted", "teamRenamed", "teamRestored",
        "teamUnarchived", "teamMemberAdded", "channelShared", "somethingNew", "",
    ];

    private static readonly string[] Activities =
    [
        """{"text":"hello"}""", """{"value":{"verb":"x"}}""", """{"type":"message","from":{"id":"28:bot"}}""",
        """{"type":"conversationUpdate"}""", $$"""{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}],{{InTeam}}}""",
        $$"""{"type":"conversationUpdate","membersAdded":[{"id":"29:riya","givenName":"Riya"}],{{InTeam}}}""", $$"""{"type":"conversationUpdate","membersAdded":[{"id":"29:riya"}],{{InTeam}}}""",
        $$"""{"type":"conversationUpdate","membersAdded":[],{{InTeam}}}""", $$"""{"type":"conversationUpdate","membersRemoved":[{"id":"29:riya"}],{{InTeam}}}""",
        $$"""{"type":"conversationUpdate","membersRemoved":[{"id":"28:bot"}],{{InTeam}}}""", $$"""{"type":"conversationUpdate","membersRemoved":[],{{InTeam}}}""",
        $$"""{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}],"membersRemoved":[{"id":"29:riya"}],{{InTeam}}}""", """{"type":"conversationUpdate","topicName":"New name"}""", """{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}],"x":"no channel data"}""",
        """{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""", """{"type":"messageReaction","reactionsRemoved":[{"type":"like"}]}""",
        """{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"sad"}]}""", """{"type":"messageReaction"}""",
        """{"type":"messageReaction","reactionsAdded":[]}""",
        """{"type":"messageUpdate","channelData":{"eventType":"editMessage"}}""", """{"type":"messageUpdate","channelData":{"eventType":"undeleteMessage"}}""",
        """{"type":"messageUpdate","channelData":{"eventType":"other"}}""", """{"type":"messageUpdate","channelData":{}}""", """{"type":"messageUpdate"}""",
        """{"type":"messageUpdate","from":{"id":"28:bot"},"channelData":{"eventType":"editMessage"}}""",
        """{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""", """{"type":"messageDelete","channelData":{"eventType":"other"}}""",
        """{"type":"messageDelete","channelData":{}}""", """{"type":"messageDelete"}""",
        """{"type":"installationUpdate","action":"add"}""", """{"type":"installationUpdate","action":"remove"}""", """{"type":"installationUpdate","action":"add-upgrade"}""",
        """{"type":"installationUpdate","action":"remove-upgrade"}""", """{"type":"installationUpdate","action":"upgrade"}""", """{"type":"installationUpdate","action":"Add"}""",
        """{"type":"installationUpdate"}""",
        """{"type":"event","name":"application/vnd.microsoft.readReceipt","value":{"lastReadMessageId":"1"}}""",
        $$"""{"type":"event","name":"application/vnd.microsoft.meetingStart","value":{{Meeting}}}""",
        $$"""{"type":"event","name":"application/vnd.microsoft.meetingEnd","value":{{Meeting}}}""",
        """{"type":"event","name":"application/vnd.microsoft.meetingStart","value":{}}""",
        """{"type":"event","name":"application/vnd.microsoft.readReceipt"}""",
        """{"type":"event","name":"application/vnd.microsoft.meetingParticipantJoin","value":{"members":[]}}""",
        """{"type":"event","name":"application/vnd.microsoft.meetingParticipantLeave","value":{"members":[]}}""",
        """{"type":"event","name":"tokens/response","value":{"token":"t"}}""", """{"type":"event","name":"somethingNew"}""", """{"type":"event"}""",
        """{"type":"typing"}""", """{"type":"endOfConversation","code":"completedSuccessfully"}""", """{"type":"command","name":"x"}""", """{"type":"commandResult","name":"x"}""",
        """{"type":"trace","name":"x"}""", """{"type":"handoff"}""", """{"type":"suggestion"}""", """{"type":"deleteUserData"}""", """{"type":"contactRelationUpdate"}""",
        """{"type":"invokeResponse","value":{"status":200}}""", """{"type":"somethingNew"}""", """{"type":"delay","value":1}""",
    ];

    private static readonly string[] OtherChannel =
    [
        """{"type":"conversationUpdate","membersAdded":[{"id":"29:riya"}]}""", """{"type":"conversationUpdate","membersRemoved":[{"id":"29:riya"}]}""",
        """{"type":"conversationUpdate","channelData":{"eventType":"channelRenamed"}}""", """{"type":"messageUpdate","channelData":{"eventType":"editMessage"}}""",
        """{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""", """{"type":"event","name":"application/vnd.microsoft.meetingStart","value":{}}""",
    ];

    public static IEnumerable<Input> All =>
    [
        .. Activities.Select(members => new Input($"handlers/{members}", "all", Request.Activity(members))),
        .. Conversations.Select(name => new Input(
            $"handlers/team event {name}", "all", Request.Activity($$$"""{"type":"conversationUpdate","channelData":{"eventType":"{{{name}}}",{{{Team}}}}}"""))),
        .. OtherChannel.Select(members => new Input($"handlers/webchat {members}", "all", Request.Activity(members[..^1] + ",\"channelId\":\"webchat\"}"))),
    ];
}

/// <summary>Every invoke, at a bot that answers it and at one that does not.</summary>
internal static class InvokeInputs
{
    private static readonly string[] Names =
    [
        "config/fetch", "config/submit", "actionableMessage/executeAction", "composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/query",
        "composeExtension/selectItem", "composeExtension/submitAction", "composeExtension/fetchTask", "composeExtension/querySettingUrl", "composeExtension/setting",
        "composeExtension/onCardButtonClicked", "task/fetch", "task/submit", "tab/fetch", "tab/submit", "fileConsent/invoke", "application/search", "adaptiveCard/action",
        "signin/verifyState", "signin/tokenExchange", "signin/failure", "suggestedActions/submit", "message/submitAction", "handoff/action", "unknown/invoke",
        "", "TASK/FETCH",
    ];

    private static readonly (string Name, string Value)[] Values =
    [
        ("fileConsent/invoke", """{"action":"accept"}"""), ("fileConsent/invoke", """{"action":"decline"}"""), ("fileConsent/invoke", """{"action":"other"}"""),
        ("fileConsent/invoke", "null"), ("fileConsent/invoke", "\"x\""),
        ("composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}"""), ("composeExtension/submitAction", """{"botMessagePreviewAction":"send"}"""),
        ("composeExtension/submitAction", """{"botMessagePreviewAction":"other"}"""), ("composeExtension/submitAction", """{"botMessagePreviewAction":""}"""),
        ("composeExtension/submitAction", "null"),
        ("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"v","data":{}}}"""), ("adaptiveCard/action", """{"action":{"type":"Action.Execute"}}"""),
        ("adaptiveCard/action", """{"action":{"type":"Action.Submit","verb":"v"}}"""), ("adaptiveCard/action", """{"action":{}}"""), ("adaptiveCard/action", "null"),
        ("adaptiveCard/action", "\"x\""), ("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"v"},"trigger":"automatic"}"""),
        ("adaptiveCard/action", """{"action":"x"}"""), ("adaptiveCard/action", "7"), ("adaptiveCard/action", "[]"),
        ("application/search", """{"queryText":"x"}"""), ("application/search", """{"kind":"search","queryText":"x"}"""), ("application/search", "null"),
        ("signin/tokenExchange", """{"id":"1","connectionName":"c","token":"t"}"""), ("signin/tokenExchange", """{"id":"1"}"""), ("signin/tokenExchange", "null"),
        ("signin/verifyState", """{"state":"123456"}"""), ("signin/verifyState", "null"), ("signin/failure", """{"code":"resourcematchfailed"}"""),
        ("task/fetch", "null"), ("task/submit", """{"data":{"msteams":{"type":"task/submit"}},"context":{"theme":"dark"}}"""), ("composeExtension/query", """{"commandId":"s","parameters":[]}"""),
    ];

    public static IEnumerable<Input> All =>
    [
        .. Names.Select(name => new Input($"invokes/{name}", "all", Of(name, "{}"))),
        .. Names.Select(name => new Input($"invokes/{name} unanswered", "deaf", Of(name, "{}"))),
        .. Names.Take(20).Select(name => new Input($"invokes/{name} from webchat", "all", Of(name, "{}", "webchat"))),
        .. Values.Select(value => new Input($"invokes/{value.Name} {value.Value}", "all", Of(value.Name, value.Value))),
        new("invokes/without a name", "all", Request.Activity("""{"type":"invoke","value":{}}""")),
        new("invokes/without a name unanswered", "deaf", Request.Activity("""{"type":"invoke","value":{}}""")),
        new("invokes/without a name from webchat", "all", Request.Activity("""{"type":"invoke","value":{},"channelId":"webchat"}""")),
    ];

    private static Request Of(string name, string value, string channel = "msteams") =>
        Request.Activity($$"""{"type":"invoke","name":"{{name}}","value":{{value}},"channelId":"{{channel}}"}""");
}
