using System.Text.Json;
using TrunkBot.Access;
using TrunkBot.Protocol.Cards;
using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Chat;

/// <summary>What a click does. The card is held by the client: nothing in its data is believed but what the person may say anyway.</summary>
internal interface ICardAction
{
    Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct);
}

/// <summary>The verb in a button's data.</summary>
internal interface IVerb
{
    static abstract string Verb { get; }

    /// <summary>Any of these may click it; whoever has none is refused before anything is looked up.</summary>
    static abstract IReadOnlyList<Role> Roles { get; }
}

/// <summary>A registered card action.</summary>
internal sealed record CardActionEntry(Type Type, string Verb, IReadOnlyList<Role> Roles);

/// <summary>A click: the action's data with the card's inputs laid over it.</summary>
internal sealed record CardClick(string Verb, JsonElement Data)
{
    public string? RequestId => Text("requestId");

    /// <summary>A member as text; null where it is missing or no string.</summary>
    public string? Text(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool Has(string name) => Data.TryGetProperty(name, out _);

    /// <summary>Whether a value is no text. Our cards send nothing else; only Teams adds an object of its own.</summary>
    public bool IsUnreadable => Data.EnumerateObject().Any(member =>
        member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) && member.Name != ChannelIds.Msteams);
}

/// <summary>What a click is answered with.</summary>
internal abstract record CardAnswer
{
    /// <summary>The card that takes the place of the clicked one, or comes as a new message where cards cannot change.</summary>
    public static CardAnswer Show(AdaptiveCard card) => new ShowCard(card, card);

    /// <summary>The same for whoever clicked alone; the message changes for nobody.</summary>
    public static CardAnswer ShowAlone(AdaptiveCard card) => new ShowCard(card, null);

    /// <summary>One card for whoever clicked, another for everybody else.</summary>
    public static CardAnswer Show(AdaptiveCard card, AdaptiveCard forAll) => new ShowCard(card, forAll);

    /// <summary>A sentence that says why not.</summary>
    public static CardAnswer Refuse(string text) => new Sentence(text);

    /// <summary>A page in a dialog; only for a turn that is in one.</summary>
    public static CardAnswer Open(string title, Uri page) => new OpenPage(title, page);

    /// <summary>Already answered by other means.</summary>
    public static CardAnswer Nothing { get; } = new Silence();
}

/// <param name="Card">For whoever clicked.</param>
/// <param name="ForAll">What the clicked message becomes; null leaves it as it is.</param>
internal sealed record ShowCard(AdaptiveCard Card, AdaptiveCard? ForAll) : CardAnswer;

internal sealed record Sentence(string Text) : CardAnswer;

internal sealed record OpenPage(string Title, Uri Page) : CardAnswer;

internal sealed record Silence : CardAnswer;
