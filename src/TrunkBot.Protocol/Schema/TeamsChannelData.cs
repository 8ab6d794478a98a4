using System.Text.Json;

namespace TrunkBot.Protocol.Schema;

/// <summary>What Teams writes into <see cref="Activity.ChannelData"/>, as far as a bot needs it.</summary>
/// <remarks>Source: Teams documentation, "Messages in bot conversations" and "Subscribe to conversation events".</remarks>
public sealed class TeamsChannelData
{
    /// <summary>Kind of a conversationUpdate or messageUpdate, such as <c>channelRenamed</c> or <c>editMessage</c>.</summary>
    public string? EventType { get; set; }

    /// <summary>Entra tenant.</summary>
    public TenantInfo? Tenant { get; set; }

    /// <summary>The team, in a channel.</summary>
    public TeamInfo? Team { get; set; }

    /// <summary>The channel; the General channel has no name.</summary>
    public TeamsChannelInfo? Channel { get; set; }

    /// <summary>On a message of the bot: whether it shows in the person's activity feed as well.</summary>
    public NotificationInfo? Notification { get; set; }

    /// <summary>Teams' channel data of an activity; empty where there is none or it is of another shape.</summary>
    public static TeamsChannelData Of(Activity activity)
    {
        if (activity.ChannelData is not { ValueKind: JsonValueKind.Object } data)
            return new TeamsChannelData();
        return TolerantJson.Read(data, ProtocolJsonContext.Default.TeamsChannelData) ?? new TeamsChannelData();
    }
}

/// <summary>How Teams tells of a message.</summary>
public sealed class NotificationInfo
{
    /// <summary>True puts the message into the activity feed, with a banner; its <see cref="Activity.Summary"/> is what stands there.</summary>
    public bool? Alert { get; set; }
}

/// <summary>An Entra tenant.</summary>
public sealed class TenantInfo
{
    /// <summary>The tenant's id, a GUID.</summary>
    public string? Id { get; set; }
}

/// <summary>A team of Microsoft Teams.</summary>
public sealed class TeamInfo
{
    /// <summary>Thread id of the team, <c>19:…@thread.tacv2</c>.</summary>
    public string? Id { get; set; }

    /// <summary>Name of the team.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the Microsoft 365 group behind the team, a GUID.</summary>
    public string? AadGroupId { get; set; }
}

/// <summary>A channel of a team.</summary>
public sealed class TeamsChannelInfo
{
    /// <summary>Thread id of the channel.</summary>
    public string? Id { get; set; }

    /// <summary>Name; absent for General.</summary>
    public string? Name { get; set; }
}
