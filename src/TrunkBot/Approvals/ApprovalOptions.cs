using System.ComponentModel.DataAnnotations;
using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Approvals;

/// <summary>Section <c>Approvals</c>: where and how long people are asked.</summary>
internal sealed class ApprovalOptions
{
    public static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(5);

    /// <summary>The approvals room of <c>MicrosoftAppTenantId</c>, until an Admin sets one in chat; absent by default.</summary>
    public ApprovalsRoomOptions? Room { get; init; }

    /// <summary>A second conversation of <c>MicrosoftAppTenantId</c>, where requests that wait for too long are shown as well; absent by default.</summary>
    public ApprovalsRoomOptions? EscalationRoom { get; init; }

    /// <summary>After this time without a decision the room is reminded. 1 minute to 30 days, shorter than EscalateAfter, default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Then it is reminded again each time this has passed. 1 minute to 30 days, default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan RemindEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>After this time without a decision the escalation room gets the card too. 1 minute to 30 days, shorter than ExpiresAfter, default 3 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan EscalateAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>After this time without a decision a request expires. 5 minutes to 30 days, default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>Section <c>Approvals:Room</c>: a conversation, by the operator's word.</summary>
internal sealed class ApprovalsRoomOptions
{
    /// <summary>The Bot Framework's channel, <c>msteams</c>.</summary>
    public string ChannelId { get; init; } = ChannelIds.Msteams;

    /// <summary>The conversation's id: of a Teams channel <c>19:…@thread.tacv2</c>.</summary>
    public string ConversationId { get; init; } = "";

    /// <summary>The tenant whose approvers sit there, a GUID; <c>MicrosoftAppTenantId</c> when empty.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>Base address of the channel's connector; its host must be on <c>TrustedServiceHosts</c>.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";
}
