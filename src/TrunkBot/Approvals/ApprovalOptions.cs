using System.ComponentModel.DataAnnotations;
using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Approvals;

/// <summary>Section <c>Approvals</c>: where and how long people are asked.</summary>
internal sealed class ApprovalOptions
{
    /// <summary>The approvals room of <c>MicrosoftAppTenantId</c>, until an Admin sets one in chat; absent by default.</summary>
    public ApprovalsRoomOptions? Room { get; init; }

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
