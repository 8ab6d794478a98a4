using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>What each person sees of the bot's messages when they open a conversation: their Teams asks for the cards that are their own.</summary>
/// <remarks>Source: Teams documentation, "Universal Actions for Adaptive Cards" and "User-specific views".</remarks>
public sealed class TeamsViews
{
    internal const int MostUsers = 60;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SandboxChannel channel;
    private readonly SandboxWorld world;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Person, string ActivityId), Kept> own = [];

    internal TeamsViews(SandboxChannel channel, SandboxWorld world) => (this.channel, this.world) = (channel, world);

    /// <summary>Every card that a client has asked for by itself, and what the bot answered.</summary>
    public SandboxLog<ClientRefresh> Refreshes { get; } = new();

    /// <summary>Somebody opens a conversation: their client shows each message, and asks for the cards that name them. Not again within a minute, unless the message was changed.</summary>
    /// <param name="person">Whose client.</param>
    /// <param name="conversation">Where: a short name or an id.</param>
    /// <param name="locale">The language that their client is in; without it American English.</param>
    /// <param name="cancellation">Ends the wait for the bot's answers.</param>
    public async Task<IReadOnlyList<SeenMessage>> OpenAsync(string person, string conversation, string? locale = null, CancellationToken cancellation = default)
    {
        var seen = Messages(person, conversation);
        for (var i = 0; i < seen.Count; i++)
        {
            if (RefreshOf(seen[i].Card, person) is not { } action)
                continue;
            seen[i] = seen[i] with { Card = await CardAsync(seen[i], action, new(person, locale), cancellation), IsOwn = true };
            if (Current(person, seen[i].ActivityId) is null)
                seen[i] = seen[i] with { IsOwn = false };
        }

        return seen;
    }

    /// <summary>Somebody chooses <i>Refresh card</i> in a message's menu; everybody can.</summary>
    /// <returns>The card that they see then.</returns>
    public async Task<JsonElement?> RefreshAsync(string person, string conversation, string activityId, CancellationToken cancellation = default)
    {
        var message = Messages(person, conversation).Single(one => one.ActivityId == activityId);
        return message.Card is { } card && card.TryGetProperty("refresh", out var refresh)
            ? await AskAsync(message, refresh.GetProperty("action"), new(person, null), "manual", cancellation)
            : message.Card;
    }

    /// <summary>What Teams has against a card's refresh; null for nothing.</summary>
    internal static string? Objection(JsonObject? activity)
    {
        foreach (var refresh in (activity?["attachments"] as JsonArray ?? []).Select(one => (one?["content"] as JsonObject)?["refresh"]).OfType<JsonObject>())
        {
            if (refresh["action"]?["type"]?.ToString() is not "Action.Execute")
                return "A card's refresh has to be an Action.Execute.";
            if (refresh["userIds"] is not JsonArray users || users.Count > MostUsers)
                return $"A card's refresh names at most {MostUsers} people in userIds.";
            if (users.Any(user => SandboxWorld.Find(user?.ToString())?.TeamsId != user?.ToString()))
                return "A card's refresh names people by their Teams ids, 29:….";
        }

        return null;
    }

    private List<SeenMessage> Messages(string person, string conversation)
    {
        var place = Conversation.WithoutThread(channel.ConversationId(conversation, person));
        var shown = new Dictionary<string, SeenMessage>();
        foreach (var sent in channel.Sent.Where(one => one.Type is "message" or null && one.ActivityId is not null && Conversation.WithoutThread(one.ConversationId ?? "") == place))
        {
            if (sent.Operation == "delete")
                shown.Remove(sent.ActivityId!);
            else if (sent.OnlyFor is null || sent.OnlyFor == person)
                shown[sent.ActivityId!] = new(sent.ActivityId!, sent.Text, sent.Card, false, sent.OnlyFor is not null, Reactions(sent.ActivityId!));
        }

        return [.. shown.Values];
    }

    private List<string> Reactions(string activityId)
    {
        var shown = new List<string>();
        foreach (var one in channel.Reactions.Where(one => one.ActivityId == activityId))
        {
            shown.Remove(one.Reaction!);
            if (one.Operation == "react")
                shown.Add(one.Reaction!);
        }

        return shown;
    }

    private static JsonElement? RefreshOf(JsonElement? card, string person) =>
        card is { } shown && shown.TryGetProperty("refresh", out var refresh)
            && refresh.GetProperty("userIds").EnumerateArray().Any(user => user.ValueEquals(SandboxWorld.Find(person)!.TeamsId))
            ? refresh.GetProperty("action")
            : null;

    private async Task<JsonElement?> CardAsync(SeenMessage message, JsonElement action, Client client, CancellationToken cancellation)
    {
        if (Current(client.Person, message.ActivityId) is { } kept && kept.Base == message.Card?.GetRawText() && world.Clock.GetUtcNow() - kept.At < Fresh)
            return kept.Card;
        return await AskAsync(message, action, client, "automatic", cancellation);
    }

    private async Task<JsonElement?> AskAsync(SeenMessage message, JsonElement action, Client client, string trigger, CancellationToken cancellation)
    {
        var person = client.Person;
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = message.ActivityId,
            ["locale"] = client.Locale,
            ["value"] = new JsonObject { ["action"] = JsonNode.Parse(action.GetRawText()), ["trigger"] = trigger },
        };
        var at = channel.Sent.Last(sent => sent.ActivityId == message.ActivityId).ConversationId!;
        var answer = await channel.DeliverAsync(person, at, invoke, cancellation: cancellation);
        var card = CardIn(answer);
        Refreshes.Add(new(person, message.ActivityId, answer.Status, card is not null));
        lock (gate)
        {
            if (card is { } own)
                this.own[(person, message.ActivityId)] = new(own, message.Card!.Value.GetRawText(), world.Clock.GetUtcNow());
            else
                this.own.Remove((person, message.ActivityId));
        }

        // Where no card comes back, the one in the message stays.
        return card ?? message.Card;
    }

    private Kept? Current(string person, string activityId)
    {
        lock (gate)
            return own.GetValueOrDefault((person, activityId));
    }

    private static JsonElement? CardIn(Delivery answer) =>
        answer is { Status: 200, Body: { ValueKind: JsonValueKind.Object } body }
            && body.TryGetProperty("statusCode", out var status) && status.ValueKind == JsonValueKind.Number && status.GetInt32() == 200
            && body.TryGetProperty("type", out var type) && type.ValueEquals("application/vnd.microsoft.card.adaptive")
            ? body.GetProperty("value")
            : null;

    private sealed record Client(string Person, string? Locale);

    private sealed record Kept(JsonElement Card, string Base, DateTimeOffset At);
}

/// <summary>A message as one person sees it.</summary>
/// <param name="ActivityId">The message.</param>
/// <param name="Text">Its text.</param>
/// <param name="Card">Its card, or the one that is this person's own.</param>
/// <param name="IsOwn">Whether the card is this person's own.</param>
/// <param name="IsTargeted">Whether nobody else sees the message.</param>
/// <param name="Reactions">What the bot put on it.</param>
public sealed record SeenMessage(string ActivityId, string? Text, JsonElement? Card, bool IsOwn, bool IsTargeted, IReadOnlyList<string> Reactions);

/// <summary>What a client asked for by itself.</summary>
/// <param name="Person">Whose client.</param>
/// <param name="ActivityId">For which message.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="GotCard">Whether a card came back that can be shown.</param>
public sealed record ClientRefresh(string Person, string ActivityId, int Status, bool GotCard);
