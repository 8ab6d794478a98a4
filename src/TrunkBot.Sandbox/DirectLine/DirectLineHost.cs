using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Launch;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>Carries what people do on a page to the bot.</summary>
internal sealed class DirectLineHost(SandboxChannel channel, DirectLineStreams streams, SandboxWorld world, BotLaunch launch)
{
    private const string NotRunning = "The bot isn't running, so it didn't get this. Start it, then send it again.";

    private readonly ConcurrentDictionary<string, bool> opened = new();

    /// <summary>Tells the bot, once, that a conversation has begun. The page does not wait for what the bot makes of it.</summary>
    internal void Open(DirectLineTicket ticket)
    {
        if (opened.TryAdd(ticket.Place.Id, true))
            _ = GreetAsync(ticket);
    }

    /// <summary>Shows an activity to everybody in the conversation and delivers it. Returns its id, and whether the bot took it.</summary>
    internal async Task<(string Id, bool Taken)> SayAsync(DirectLineTicket ticket, JsonObject said)
    {
        var activity = channel.Compose(ticket.Person.Key, ticket.Place.Id, said, ticket.Place.ChannelId);
        if (activity["type"]!.ToString() != "typing")
            streams.Of(ticket.Place).Add(DirectLineActivity.Echo(activity), keep: true);
        var problem = await DeliverAsync(activity);
        if (problem is not null)
            Notice(ticket.Place, problem);
        return (activity["id"]!.ToString(), problem is null);
    }

    private async Task GreetAsync(DirectLineTicket ticket)
    {
        var update = new JsonObject
        {
            ["type"] = "conversationUpdate",
            ["membersAdded"] = new JsonArray(
                new JsonObject { ["id"] = SandboxWorld.BotId, ["name"] = SandboxWorld.BotName },
                InboundActivity.Account(ticket.Person, ticket.Place.ChannelId)),
        };
        var activity = channel.Compose(ticket.Person.Key, ticket.Place.Id, update, ticket.Place.ChannelId);
        if (await DeliverAsync(activity) is not null)
            opened.TryRemove(ticket.Place.Id, out _); // greeted when the page comes again; whoever speaks before is told then
    }

    /// <summary>Delivers once the bot is up: until then the activity waits. Returns what went wrong, if anything did.</summary>
    private async Task<string?> DeliverAsync(JsonObject activity)
    {
        if (!await launch.IsUpAsync(CancellationToken.None))
            return NotRunning;
        try
        {
            var answer = await channel.PostAsync(activity, channel.SignToken());
            return answer.Status is >= 200 and < 300 ? null : $"The bot answered {answer.Status}.";
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return NotRunning;
        }
    }

    private void Notice(Conversation place, string text) =>
        streams.Of(place).Add(DirectLineActivity.Notice(place, world.NextId(), world.Clock.GetUtcNow(), text), keep: true);
}
