using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Connector;

/// <summary>
/// The channel's REST API v3, one method per operation. Every method takes the service address that a token has proved, and makes no call
/// to one that is not trusted. Reads, updates and deletions are repeated a few times; sends never, since the connector has no way to tell a
/// second copy: <see cref="ConnectorException.Outcome"/> says whether the caller may.
/// </summary>
/// <remarks>Source: microsoft/Agents, specs/typespec/channelapi.tsp.</remarks>
public sealed class ConnectorClient
{
    private static readonly ConnectorAnswer<ResourceResponse> MaybeId = new(ProtocolJsonContext.Default.ResourceResponse, IsRequired: false);

    private readonly TrustedServices _services;
    private readonly ConnectorCalls _calls;

    internal ConnectorClient(TrustedServices services, ConnectorCalls calls) => (_services, _calls) = (services, calls);

    /// <summary>True if calls to this service address would be made; to any other they fail before anything leaves.</summary>
    public bool Trusts(string? serviceUrl) => _services.Trusts(serviceUrl);

    /// <summary>Says something in a conversation. Traces are for the Emulator and are not sent.</summary>
    public Task<ResourceResponse> SendToConversationAsync(
        string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        PostAsync(Path(serviceUrl, "v3/conversations/", conversationId, "/activities"), activity, cancellationToken);

    /// <summary>Says something as an answer to an activity of that conversation.</summary>
    public Task<ResourceResponse> ReplyToActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        PostAsync(Path(serviceUrl, "v3/conversations/", conversationId, "/activities/", activityId), activity, cancellationToken);

    /// <summary>Replaces a message of the bot; what is not in the new one is gone.</summary>
    public async Task<ResourceResponse> UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        var address = Path(serviceUrl, "v3/conversations/", conversationId, "/activities/", activityId) + Targeted(activity.IsTargeted());
        var call = new ConnectorCall(HttpMethod.Put, address, JsonSerializer.SerializeToUtf8Bytes(activity, OutgoingJson.Activity));
        return await _calls.MakeAsync(call, MaybeId, cancellationToken) ?? new ResourceResponse();
    }

    /// <summary>Takes back a message of the bot; one that only a single person sees has to be called targeted here too.</summary>
    public async Task DeleteActivityAsync(
        string serviceUrl, string conversationId, string activityId, bool isTargeted = false, CancellationToken cancellationToken = default)
    {
        var address = Path(serviceUrl, "v3/conversations/", conversationId, "/activities/", activityId) + Targeted(isTargeted);
        await _calls.MakeAsync(new ConnectorCall(HttpMethod.Delete, address), MaybeId, cancellationToken);
    }

    /// <summary>
    /// Puts a reaction of the bot on a message, its own or somebody's; the same once more changes nothing. Teams takes two a second of a bot, over all
    /// conversations, and none on a message that a single person sees.
    /// </summary>
    /// <remarks>Source: Teams documentation, "Agent reactions" (July 2026), and microsoft/Agents, specs/typespec/channelapi.tsp.</remarks>
    public async Task AddReactionAsync(
        string serviceUrl, string conversationId, string activityId, string reactionType, CancellationToken cancellationToken = default)
    {
        var address = $"{Path(serviceUrl, "v3/conversations/", conversationId, "/activities/", activityId)}/reactions/{Segment(reactionType)}";
        await _calls.MakeAsync(new ConnectorCall(HttpMethod.Put, address), MaybeId, cancellationToken);
    }

    /// <summary>Opens a personal chat, or a new thread in a channel. With an activity inside it is not to be repeated.</summary>
    public async Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, OutgoingJson.ConversationParameters);
        var call = new ConnectorCall(HttpMethod.Post, _services.Root(serviceUrl) + "v3/conversations", body);
        return (await _calls.MakeAsync(call, Required(ProtocolJsonContext.Default.ConversationResourceResponse), cancellationToken))!;
    }

    /// <summary>One member, by the channel's id or the Entra object id; a stranger is a 404.</summary>
    public Task<ChannelAccount> GetMemberAsync(
        string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken = default) =>
        GetAsync(
            Path(serviceUrl, "v3/conversations/", conversationId, "/members/", memberId),
            ProtocolJsonContext.Default.ChannelAccount,
            cancellationToken);

    /// <summary>One page of the roster; Teams gives 50 to 500 members at a time.</summary>
    public Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            Path(serviceUrl, "v3/conversations/", conversationId, "/pagedmembers") + Query(pageSize, continuationToken),
            ProtocolJsonContext.Default.PagedMembersResult,
            cancellationToken);

    /// <summary>A team, by its thread id.</summary>
    public Task<TeamDetails> GetTeamDetailsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken = default) =>
        GetAsync(Path(serviceUrl, "v3/teams/", teamId), ProtocolJsonContext.Default.TeamDetails, cancellationToken);

    /// <summary>The channels of a team, by its thread id.</summary>
    public Task<TeamChannelList> GetTeamChannelsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken = default) =>
        GetAsync(Path(serviceUrl, "v3/teams/", teamId, "/conversations"), ProtocolJsonContext.Default.TeamChannelList, cancellationToken);

    private static ConnectorAnswer<T> Required<T>(JsonTypeInfo<T> type) => new(type, IsRequired: true);

    private static string Query(int? pageSize, string? continuationToken)
    {
        var size = pageSize is { } count ? string.Create(CultureInfo.InvariantCulture, $"pageSize={count}") : null;
        var token = continuationToken is null ? null : $"continuationToken={Uri.EscapeDataString(continuationToken)}";
        return size is null && token is null ? "" : "?" + string.Join('&', new[] { size, token }.OfType<string>());
    }

    // A dot or two would climb up the path, whatever they are escaped as.
    private static string Segment(string id) => id is "" or "." or ".."
        ? throw new ConnectorException("An id that the call needs is empty or isn't an id. Nothing was sent.", ConnectorOutcome.Refused)
        : Uri.EscapeDataString(id);

    private string Path(string serviceUrl, string before, string id, string after = "", string? secondId = null) =>
        string.Concat(
            string.Concat(_services.Root(serviceUrl), before, Segment(id)),
            after,
            secondId is null ? "" : Segment(secondId));

    private static string Targeted(bool isTargeted) => isTargeted ? "?isTargetedActivity=true" : "";

    private async Task<ResourceResponse> PostAsync(string address, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Trace)
            return new ResourceResponse();
        var call = new ConnectorCall(HttpMethod.Post, address + Targeted(activity.IsTargeted()), JsonSerializer.SerializeToUtf8Bytes(activity, OutgoingJson.Activity));
        return await _calls.MakeAsync(call, MaybeId, cancellationToken) ?? new ResourceResponse();
    }

    private async Task<T> GetAsync<T>(
        string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        (await _calls.MakeAsync(new ConnectorCall(HttpMethod.Get, address), Required(type), cancellationToken))!;
}
