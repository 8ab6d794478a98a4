using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Tests.World;

/// <summary>A person of the company: says things, clicks buttons, sees what the bot sends.</summary>
internal sealed class Talker(SandboxApp sandbox, string key, string channel = "msteams", string locale = "en-US", string? zone = null)
{
    public string Key => key;

    /// <summary>The same person on another channel.</summary>
    public Talker On(string otherChannel) => new(sandbox, key, otherChannel, locale, zone);

    /// <summary>The same person with a client in another language.</summary>
    public Talker In(string otherLocale) => new(sandbox, key, channel, otherLocale, zone);

    /// <summary>The same person with a client that says another time zone.</summary>
    public Talker At(string? otherZone) => new(sandbox, key, channel, locale, otherZone);

    /// <summary>Says a line and returns what the bot sent to that place in the same turn.</summary>
    public async Task<Heard> SaysAsync(string text, string where = "personal")
    {
        var before = sandbox.Channel.Sent.Count;
        var said = OfClient(new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" });
        var delivery = await sandbox.Channel.DeliverAsync(key, where, said, where == "personal" ? channel : null);
        return new Heard(delivery, SentSince(before, where));
    }

    /// <summary>Clicks the button with this title on the newest card in that place that has it, with these fields filled in.</summary>
    public Task<Heard> ClicksAsync(string title, string where = "personal", params (string Id, string Value)[] inputs) =>
        ClicksAsync(CardWith(title, where), title, where, inputs);

    public async Task<Heard> ClicksAsync(SentActivity message, string title, string where, params (string Id, string Value)[] inputs)
    {
        var before = sandbox.Channel.Sent.Count;
        var click = OfClient(Click(message, title, inputs));
        var delivery = await sandbox.Channel.DeliverAsync(key, where, click, where == "personal" ? channel : null);
        return new Heard(delivery, SentSince(before, where));
    }

    /// <summary>The activity that such a click is.</summary>
    public static JsonObject Click(SentActivity message, string title, params (string Id, string Value)[] inputs)
    {
        var action = Cards.Actions(message.Card!.Value).Single(a => a.GetProperty("title").GetString() == title);
        var data = JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject();
        foreach (var (id, value) in inputs)
            data[id] = value;
        return action.GetProperty("type").GetString() == "Action.Execute"
            ? Invoke(data, message.ActivityId)
            : Submit(data);
    }

    public static JsonObject Invoke(JsonObject data, string? replyToId) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = replyToId,
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["verb"]?.DeepClone(), ["data"] = data },
            ["trigger"] = "manual",
        },
    };

    public static JsonObject Submit(JsonObject data) => new() { ["type"] = "message", ["value"] = data };

    /// <summary>Everything that the bot has sent to that place.</summary>
    public IReadOnlyList<SentActivity> Sees(string where = "personal") => SentSince(0, where);

    /// <summary>What the bot has sent to that place since the channel had that many messages.</summary>
    public List<SentActivity> SentSince(int before, string where)
    {
        var id = sandbox.Channel.ConversationId(where, key, channel);
        return [.. sandbox.Channel.Sent.Skip(before).Where(sent => WithoutThread(sent.ConversationId!).SequenceEqual(WithoutThread(id)) && (sent.OnlyFor is null || sent.OnlyFor == key))];
    }

    /// <summary>The text of everything there, cards included.</summary>
    public string Reads(string where = "personal") => string.Join("\n", Sees(where).Select(sent => sent.Text + Cards.Words(sent.Card)));

    public SentActivity CardWith(string title, string where = "personal") =>
        Sees(where).LastOrDefault(sent => sent.Card is { } card && Cards.Actions(card).Any(a => a.GetProperty("title").GetString() == title))
        ?? throw new InvalidOperationException($"{key} sees no card with the button '{title}' in {where}. There is: {Reads(where)}");

    private JsonObject OfClient(JsonObject activity)
    {
        activity["locale"] = locale;
        if (zone is not null)
            activity["localTimezone"] = zone;
        return activity;
    }

    private static ReadOnlySpan<char> WithoutThread(string conversationId) =>
        conversationId.IndexOf(";messageid=", StringComparison.Ordinal) is var at and >= 0 ? conversationId.AsSpan(0, at) : conversationId;
}

/// <summary>What came of saying or clicking something.</summary>
internal sealed record Heard(Delivery Delivery, IReadOnlyList<SentActivity> Sent)
{
    /// <summary>All words that the person reads now: messages, cards, and the answer to a click.</summary>
    public string Text => string.Join("\n", Sent.Select(sent => sent.Text + Cards.Words(sent.Card)).Append(InvokeText));

    /// <summary>The card that a click was answered with.</summary>
    public JsonElement? Card => Inner("application/vnd.microsoft.card.adaptive");

    private string InvokeText => Inner("application/vnd.microsoft.activity.message")?.GetString() ?? Cards.Words(Card);

    private JsonElement? Inner(string type) =>
        Delivery.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("type", out var actual) && actual.ValueEquals(type)
            ? body.GetProperty("value")
            : null;
}
