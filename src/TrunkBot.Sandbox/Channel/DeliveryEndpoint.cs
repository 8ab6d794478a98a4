using System.Text.Json.Nodes;
using TrunkBot.Sandbox.DirectLine;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Lets somebody speak to the bot over HTTP: tests, and people with curl.</summary>
internal sealed class DeliveryEndpoint(SandboxChannel channel, DirectLineStreams streams, SandboxWorld world)
{
    internal async Task<IResult> DeliverAsync(DeliveryOrder order, CancellationToken cancellation)
    {
        if (SandboxWorld.Find(order.Person) is not { } person)
            return SandboxJson.Refuse(400, $"person must be one of: {string.Join(", ", SandboxWorld.People.Select(one => one.Key))}.");
        if (string.IsNullOrEmpty(order.Conversation) || order.Activity is null)
            return SandboxJson.Refuse(400, "conversation and activity are required.");
        if (order.Mention)
            InboundActivity.Mention(order.Activity);
        try
        {
            var complete = channel.Compose(person.Key, order.Conversation, order.Activity, order.ChannelId);
            Show(complete);
            var delivery = await channel.PostAsync(complete, channel.SignToken(), cancellation);
            return Results.Json(delivery, SandboxJson.Default.Delivery);
        }
        catch (HttpRequestException)
        {
            return SandboxJson.Refuse(502, $"The bot doesn't answer at {world.BotEndpoint}. Start it, then send this again.");
        }
    }

    /// <summary>What is said in a web chat is seen by the pages that have it open.</summary>
    private void Show(JsonObject activity)
    {
        var id = activity["conversation"]!["id"]!.ToString();
        if (activity["type"]!.ToString() == "message" && activity["text"] is not null && ConversationTable.Find(id) is { ChannelId: SandboxWorld.WebChat } place)
            streams.Of(place).Add(DirectLineActivity.Echo(activity), keep: true);
    }
}
