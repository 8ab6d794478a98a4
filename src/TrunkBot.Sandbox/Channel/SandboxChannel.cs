using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Plays the Bot Framework's channel: signs tokens, delivers what people say, and takes what the bot sends.</summary>
public sealed class SandboxChannel : IDisposable
{
    internal static readonly string[] Endorsements = [SandboxWorld.Teams, SandboxWorld.WebChat, "directline", "emulator"];

    private readonly SandboxWorld world;
    private readonly SentThreads threads;
    private readonly InboundActivity inbound;
    private readonly ChannelKeys keys = new();
    private readonly HttpClient bot = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private int keyFetches;
    private ReusedToken? reused;

    internal SandboxChannel(SandboxWorld world, SentThreads threads)
    {
        (this.world, this.threads) = (world, threads);
        inbound = new InboundActivity(world, threads);
    }

    /// <summary>Every call that the bot made to the connector, refused ones too.</summary>
    public SandboxLog<SentActivity> Calls { get; } = new();

    /// <summary>What took effect: every activity that the bot has sent, updated or deleted, in order.</summary>
    public SandboxLog<SentActivity> Sent { get; } = new();

    /// <summary>Every reaction that the bot has put on a message or taken away, in order.</summary>
    public SandboxLog<SentActivity> Reactions { get; } = new();

    /// <summary>What people wrote in Teams, in order.</summary>
    public SandboxLog<SaidMessage> Said { get; } = new();

    /// <summary>How the bot's next calls go wrong.</summary>
    public FaultQueue Faults { get; } = new("*", "status", "latency", "drop");

    /// <summary>What Teams takes of a bot, for whoever wants it to be kept.</summary>
    public Throttle Throttle { get; } = new();

    /// <summary>How often the signing keys were fetched.</summary>
    public int KeyFetches => Volatile.Read(ref keyFetches);

    /// <summary>The service URL that the channel writes into activities and tokens.</summary>
    public string ServiceUrl => world.ServiceUrl;

    /// <summary>The key that signs now; with it a token can be forged in every detail.</summary>
    public RsaSecurityKey SigningKey => keys.Current;

    /// <inheritdoc/>
    public void Dispose()
    {
        bot.Dispose();
        keys.Dispose();
    }

    /// <summary>Signs with a new key from now on, which may speak for every channel; the old ones stay published.</summary>
    public void RotateKey() => keys.Add(Endorsements);

    /// <summary>Signs with a new key that may speak for these channels only.</summary>
    /// <param name="endorsements">The channels; none at all is possible.</param>
    public void RotateKey(params string[] endorsements) => keys.Add(endorsements);

    /// <summary>The id of a conversation that is known by a short name.</summary>
    /// <param name="name"><c>personal</c>, <c>room</c>, <c>teams-room</c>, <c>teams-other</c>, <c>group</c> or <c>meeting</c>.</param>
    /// <param name="person">Whose, for <c>personal</c>.</param>
    /// <param name="channelId">The channel, for <c>personal</c>.</param>
    public string ConversationId(string name, string? person = null, string channelId = SandboxWorld.Teams) =>
        ConversationTable.Named(name, person is null ? null : PersonNamed(person), channelId).Id;

    /// <summary>A token for the bot.</summary>
    /// <param name="change">What to make different from a right one.</param>
    public string SignToken(Func<ChannelToken, ChannelToken>? change = null)
    {
        var right = ChannelToken.Right(world, keys.Current);
        return change is null ? Reused(right) : change(right).Write();
    }

    // As the channel does, which calls with one token for many activities: to sign each would cost more than all the rest of a delivery.
    private string Reused(ChannelToken right)
    {
        var what = (right.Signing!.Kid, right.NotBefore!.Value.ToUnixTimeSeconds(), right.ServiceUrl);
        if (Volatile.Read(ref reused) is { } known && known.What == what)
            return known.Token;
        var fresh = right.Write();
        Volatile.Write(ref reused, new(what, fresh));
        return fresh;
    }

    /// <summary>The activity that <see cref="DeliverAsync"/> would deliver.</summary>
    public JsonObject Compose(string person, string conversation, JsonObject activity, string? channelId = null)
    {
        var who = PersonNamed(person);
        var place = ConversationTable.Named(conversation, who, channelId);
        var id = ConversationTable.Find(conversation) is null ? place.Id : conversation;
        return inbound.Complete(activity, who, place, id, channelId);
    }

    /// <summary>Delivers an activity to the bot as the channel does.</summary>
    /// <param name="person">Who speaks.</param>
    /// <param name="conversation">Where: a short name or an id.</param>
    /// <param name="activity">What is said; the channel adds what a channel writes.</param>
    /// <param name="channelId">The channel; the conversation's own if nothing is said.</param>
    /// <param name="alter">A last change to the complete activity.</param>
    /// <param name="cancellation">Ends the wait for the bot's answer.</param>
    public async Task<Delivery> DeliverAsync(
        string person, string conversation, JsonObject activity, string? channelId = null,
        Action<JsonObject>? alter = null, CancellationToken cancellation = default)
    {
        var complete = Compose(person, conversation, activity, channelId);
        alter?.Invoke(complete);
        return await PostAsync(complete, SignToken(), cancellation);
    }

    /// <summary>Delivers a line of text.</summary>
    /// <param name="person">Who speaks.</param>
    /// <param name="conversation">Where: a short name or an id.</param>
    /// <param name="text">What is said.</param>
    /// <param name="channelId">The channel; the conversation's own if nothing is said.</param>
    public Task<Delivery> SayAsync(string person, string conversation, string text, string? channelId = null) =>
        DeliverAsync(person, conversation, new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" }, channelId);

    /// <summary>Posts an activity to the bot exactly as it is.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="token">The token; nothing sends no Authorization header.</param>
    /// <param name="cancellation">Ends the wait for the bot's answer.</param>
    public async Task<Delivery> PostAsync(JsonObject activity, string? token, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        threads.Hear(activity);
        if (SaidMessage.Of(activity) is { } said)
            Said.Add(said);
        using var request = new HttpRequestMessage(HttpMethod.Post, world.NextBotEndpoint())
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await bot.SendAsync(request, cancellation);
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        return new((int)answer.StatusCode, Read(body), activity["id"]?.ToString() ?? "");
    }

    internal JsonObject PublishKeys()
    {
        Interlocked.Increment(ref keyFetches);
        return keys.Publish();
    }

    internal void Record(SentActivity call)
    {
        Calls.Add(call);
        if (call is { Acted: true, Operation: "react" or "unreact" })
            Reactions.Add(call);
        if (call is not { Acted: true, Operation: "send" or "update" or "delete" })
            return;
        if (call.Operation == "delete")
            threads.Remove(call.ConversationId!, call.ActivityId!);
        Sent.Add(call);
    }

    private static SandboxPerson PersonNamed(string person) => SandboxWorld.Find(person)
        ?? throw new ArgumentException($"Nobody is called '{person}'; there are {string.Join(", ", SandboxWorld.People.Select(one => one.Key))}.", nameof(person));

    private static JsonElement? Read(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ReusedToken((string KeyId, long NotBefore, string? ServiceUrl) What, string Token);
}
