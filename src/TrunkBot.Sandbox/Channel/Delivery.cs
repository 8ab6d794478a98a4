using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>What somebody wants to reach the bot.</summary>
/// <param name="Person">Who speaks: <c>riya</c>.</param>
/// <param name="Conversation">Where: <c>personal</c>, <c>room</c>, <c>teams-room</c>, <c>teams-other</c>, <c>group</c> or an id.</param>
/// <param name="Activity">What is said; the channel adds what a channel writes.</param>
/// <param name="ChannelId">The channel; the conversation's own if nothing is said.</param>
/// <param name="Mention">Whether to put a mention of the bot before the text.</param>
internal sealed record DeliveryOrder(string? Person, string? Conversation, JsonObject? Activity, string? ChannelId = null, bool Mention = false);

/// <summary>What the bot answered to an activity.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body, when there was one.</param>
/// <param name="ActivityId">The id under which the activity was delivered.</param>
public sealed record Delivery(int Status, JsonElement? Body, string ActivityId);
