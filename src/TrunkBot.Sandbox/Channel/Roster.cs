using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Who is in a conversation, and what the team looks like.</summary>
internal static class Roster
{
    internal static ConnectorReply Members(string conversationId) => ConversationTable.Find(conversationId) is { } place
        ? new(200, Describe(place))
        : ConnectorReply.NoConversation();

    internal static ConnectorReply PagedMembers(string conversationId) => ConversationTable.Find(conversationId) is { } place
        ? new(200, new JsonObject { ["members"] = Describe(place) })
        : ConnectorReply.NoConversation();

    internal static ConnectorReply Member(string conversationId, string memberId)
    {
        if (ConversationTable.Find(conversationId) is not { } place)
            return ConnectorReply.NoConversation();
        return SandboxWorld.Find(memberId) is { } person && place.Members.Contains(person)
            ? new(200, Describe(place, person))
            : ConnectorReply.Error(404, "MemberNotFoundInConversation", "Member not found in conversation.");
    }

    internal static ConnectorReply Team(string teamId) => teamId == ConversationTable.TeamId
        ? new(200, new JsonObject
        {
            ["id"] = ConversationTable.TeamId,
            ["name"] = ConversationTable.TeamName,
            ["aadGroupId"] = ConversationTable.TeamGroupId,
            ["tenantId"] = SandboxWorld.TenantId,
            ["type"] = "standard",
            ["channelCount"] = 2,
            ["memberCount"] = SandboxWorld.People.Length,
        })
        : ConnectorReply.Error(404, "NotFound", "Team not found.");

    internal static ConnectorReply TeamChannels(string teamId) => teamId == ConversationTable.TeamId
        ? new(200, new JsonObject
        {
            ["conversations"] = new JsonArray(
                new JsonObject { ["id"] = ConversationTable.TeamsOther.Id },
                new JsonObject { ["id"] = ConversationTable.TeamsRoom.Id, ["name"] = ConversationTable.TeamsRoom.Name }),
        })
        : ConnectorReply.Error(404, "NotFound", "Team not found.");

    private static JsonArray Describe(Conversation place) =>
        new([.. place.Members.Select(person => Describe(place, person))]);

    private static JsonObject Describe(Conversation place, SandboxPerson person)
    {
        var member = new JsonObject
        {
            ["id"] = person.IdOn(place.ChannelId),
            ["name"] = person.Name,
            ["aadObjectId"] = person.ObjectId,
            ["tenantId"] = SandboxWorld.TenantId,
        };
        if (place.ChannelId != SandboxWorld.Teams)
            return member;
        var names = person.Name.Split(' ');
        member["givenName"] = names[0];
        member["surname"] = names[^1];
        member["email"] = person.SignInName;
        member["userPrincipalName"] = person.SignInName;
        member["objectId"] = person.ObjectId;
        member["userRole"] = "user";
        return member;
    }
}
