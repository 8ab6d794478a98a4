using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Messages that one person alone sees.</summary>
/// <remarks>
/// Source: Teams documentation, "Targeted messages": the call says <c>isTargetedActivity=true</c> and the recipient <c>isTargeted</c>; in group chats, meetings
/// and channels, to somebody who is there.
/// </remarks>
internal static class Targeting
{
    /// <summary>What Teams has against it; null for nothing.</summary>
    internal static string? Objection(Conversation place, JsonObject activity, bool isCalledSo)
    {
        var recipient = activity["recipient"] as JsonObject;
        var isTargeted = IsTrue(recipient?["isTargeted"]);
        if (IsTrue((activity["from"] as JsonObject)?["isTargeted"]))
            return "Only a recipient can be targeted.";
        if (!isTargeted && !isCalledSo)
            return null;
        if (!isTargeted || !isCalledSo)
            return "A targeted message needs both: isTargetedActivity=true in the query, and isTargeted on its recipient.";
        if (place.ChannelId != SandboxWorld.Teams || !place.IsGroup)
            return "Targeted messages are for group chats, meetings and channels of Teams.";
        return PersonOf(activity) is null ? "The recipient of a targeted message has to be in the conversation." : null;
    }

    /// <summary>Who alone sees it; null for everybody.</summary>
    internal static SandboxPerson? ReaderOf(JsonObject? activity) =>
        activity?["recipient"] is JsonObject recipient && IsTrue(recipient["isTargeted"]) ? PersonOf(activity) : null;

    private static SandboxPerson? PersonOf(JsonObject activity) => SandboxWorld.Find((activity["recipient"] as JsonObject)?["id"]?.ToString()) is { } person
        && person.TeamsId == activity["recipient"]!["id"]!.ToString() ? person : null;

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var yes) && yes;
}
