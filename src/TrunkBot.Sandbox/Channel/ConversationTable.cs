namespace TrunkBot.Sandbox.Channel;

/// <summary>Every conversation of the sandbox, found by its short name or by its id.</summary>
internal static class ConversationTable
{
    internal const string TeamId = "19:general5a4db0x1@thread.tacv2";
    internal const string TeamName = "Voice Operations";
    internal const string TeamGroupId = "40000000-0000-4000-8000-0000000000aa";

    internal static readonly Conversation Room =
        new("approvals-room", SandboxWorld.WebChat, null, true, "Trunk approvals");

    internal static readonly Conversation TeamsRoom =
        new("19:trunkapprovals7e3@thread.tacv2", SandboxWorld.Teams, "channel", true, "Trunk approvals");

    internal static readonly Conversation TeamsOther = new(TeamId, SandboxWorld.Teams, "channel", true, null);

    internal static readonly Conversation Group =
        new("19:5a4db0x0group1@thread.v2", SandboxWorld.Teams, "groupChat", true, "Trunk talk");

    internal static readonly Conversation Meeting =
        new("19:meeting_NWE0ZGIweDAtMDAwMQ@thread.v2", SandboxWorld.Teams, "groupChat", true, "Trunk review");

    private static readonly Dictionary<string, Conversation> ById = new[] { Room, TeamsRoom, TeamsOther, Group, Meeting }
        .Concat(SandboxWorld.People.Select(person => Personal(person, SandboxWorld.Teams)))
        .Concat(SandboxWorld.People.Select(person => Personal(person, SandboxWorld.WebChat)))
        .ToDictionary(conversation => conversation.Id);

    internal static Conversation Personal(SandboxPerson person, string channelId) => channelId == SandboxWorld.Teams
        ? new($"a:1{person.Key}-{person.ObjectId[^4..]}", channelId, "personal", false, null) { Owner = person }
        : new($"chat-{person.Key}", channelId, null, false, null) { Owner = person };

    /// <summary>The conversation with this id, with or without a thread.</summary>
    internal static Conversation? Find(string id) => ById.GetValueOrDefault(Conversation.WithoutThread(id)) ?? OfTheCrowd(id);

    /// <summary>The conversation that a short name or an id means to a person on a channel.</summary>
    internal static Conversation Named(string name, SandboxPerson? person, string? channelId) => name switch
    {
        "personal" when person is not null =>
            Personal(person, channelId == SandboxWorld.WebChat ? SandboxWorld.WebChat : SandboxWorld.Teams),
        "room" => Room,
        "teams-room" => TeamsRoom,
        "teams-other" => TeamsOther,
        "group" => Group,
        "meeting" => Meeting,
        _ => Find(name) ?? new(name, channelId ?? SandboxWorld.Teams, "personal", false, null) { Owner = person },
    };

    private static Conversation? OfTheCrowd(string id) => Crowd.Find(id) is not { } person ? null
        : new[] { Personal(person, SandboxWorld.Teams), Personal(person, SandboxWorld.WebChat) }.FirstOrDefault(place => place.Id == id);
}
