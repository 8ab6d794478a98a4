using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>A place where people and the bot talk.</summary>
internal sealed record Conversation(string Id, string ChannelId, string? Type, bool IsGroup, string? Name)
{
    internal const string ThreadMark = ";messageid=";

    /// <summary>Whose personal conversation it is; nothing for a group.</summary>
    internal SandboxPerson? Owner { get; init; }

    internal bool IsTeamChannel => Type == "channel";

    internal IEnumerable<SandboxPerson> Members => Owner is { } owner ? [owner] : SandboxWorld.People;

    /// <summary>The conversation account as it stands in an activity.</summary>
    internal JsonObject ToAccount(string id)
    {
        var account = new JsonObject { ["id"] = id, ["tenantId"] = SandboxWorld.TenantId };
        if (Type is not null)
            account["conversationType"] = Type;
        if (IsGroup)
            account["isGroup"] = true;
        if (Name is not null && !IsTeamChannel)
            account["name"] = Name;
        return account;
    }

    internal static string WithoutThread(string id) =>
        id.IndexOf(ThreadMark, StringComparison.Ordinal) is >= 0 and var at ? id[..at] : id;
}
