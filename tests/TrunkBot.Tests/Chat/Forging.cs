using System.Text.Json.Nodes;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>What reaches the bot without a card of its own: written by hand, replayed, or altered on the way.</summary>
internal static class Forging
{
    public static async Task<Heard> ClicksForgedAsync(
        this Company world, string person, string channel, JsonObject activity, string where = "personal", Action<JsonObject>? alter = null)
    {
        var before = world.Sandbox.Channel.Sent.Count;
        var delivery = await world.Sandbox.Channel.DeliverAsync(person, where, activity, where == "personal" ? channel : null, alter);
        return new Heard(delivery, [.. world.Sandbox.Channel.Sent.Skip(before)]);
    }
}
