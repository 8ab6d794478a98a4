using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Connector;

/// <summary>Body of <c>POST /v3/conversations</c>.</summary>
public sealed class ConversationParameters
{
    /// <summary>True for a new thread in a channel; a bot cannot create group chats.</summary>
    public bool IsGroup { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>Exactly one person, for a personal chat.</summary>
    public List<ChannelAccount>? Members { get; set; }

    /// <summary>The tenant, for a personal chat.</summary>
    public string? TenantId { get; set; }

    /// <summary>First message; required for a channel thread.</summary>
    public Activity? Activity { get; set; }

    /// <summary>The channel, for a thread.</summary>
    public TeamsChannelData? ChannelData { get; set; }
}

/// <summary>What <c>POST /v3/conversations</c> answers.</summary>
public sealed class ConversationResourceResponse
{
    /// <summary>Id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>Id of the first message of a thread.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Address that the channel names; not trusted beyond the one that was used.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>One page of a roster.</summary>
public sealed class PagedMembersResult
{
    /// <summary>The members of this page.</summary>
    public List<ChannelAccount> Members { get; set; } = [];

    /// <summary>Asks for the next page; absent on the last.</summary>
    public string? ContinuationToken { get; set; }
}

/// <summary>A team, as <c>GET /v3/teams/{id}</c> tells it.</summary>
public sealed class TeamDetails
{
    /// <summary>Thread id of the team.</summary>
    public string? Id { get; set; }

    /// <summary>Name of the team.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the Microsoft 365 group behind it, a GUID.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>Tenant of the team.</summary>
    public string? TenantId { get; set; }
}

/// <summary>The channels of a team; the wire calls them conversations.</summary>
public sealed class TeamChannelList
{
    /// <summary>The channels; General has no name.</summary>
    public List<TeamsChannelInfo> Conversations { get; set; } = [];
}

/// <summary>Error body of the connector: <c>{"error":{"code","message"}}</c>.</summary>
public sealed class ConnectorError
{
    /// <summary>The error.</summary>
    public ConnectorErrorDetail? Error { get; set; }
}

/// <summary>Inside of a <see cref="ConnectorError"/>.</summary>
public sealed class ConnectorErrorDetail
{
    /// <summary>Short name such as <c>ConversationNotFound</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Sentence of the other side.</summary>
    public string? Message { get; set; }
}
