using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>A button of a card; <c>type</c> tells which kind.</summary>
/// <param name="Title">What it says.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
public abstract record AdaptiveAction(string Title)
{
    /// <summary>The member of an action's data that says what is to be done, wherever the click comes from.</summary>
    public const string VerbMember = "verb";

    /// <summary>Unique in its card.</summary>
    public string? Id { get; init; }

    /// <summary>See <see cref="ActionStyles"/>; Teams shows all alike.</summary>
    public string? Style { get; init; }

    /// <summary>What is shown where this action is not known.</summary>
    public AdaptiveAction? Fallback { get; init; }

    /// <summary>Data in which the verb stands, so that a click means the same as Execute and as Submit.</summary>
    protected static IReadOnlyDictionary<string, string> WithVerb(string verb, IReadOnlyDictionary<string, string>? data)
    {
        var all = new Dictionary<string, string> { [VerbMember] = verb };
        foreach (var (name, value) in data ?? all)
            if (name != VerbMember)
                all[name] = value;
        return all;
    }
}

/// <summary>A click that asks the bot and shows its answer in place of the card (<c>adaptiveCard/action</c>).</summary>
/// <param name="Title">What it says.</param>
/// <param name="Verb">What is to be done.</param>
public sealed record ExecuteAction(string Title, string Verb) : AdaptiveAction(Title)
{
    /// <summary>What the click carries, with the card's inputs laid over it; held by the client, so it carries no authority.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary><c>none</c> leaves the card's inputs out and does not check them.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>An action whose data names its verb and whose fallback is a <see cref="SubmitAction"/> with the same data.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="verb">What is to be done.</param>
    /// <param name="data">What else the click carries.</param>
    /// <param name="style">See <see cref="ActionStyles"/>.</param>
    /// <param name="associatedInputs">See <see cref="AssociatedInputs"/>.</param>
    public static ExecuteAction Create(
        string title, string verb, IReadOnlyDictionary<string, string>? data = null, string? style = null, string? associatedInputs = null)
    {
        var fallback = SubmitAction.Create(title, verb, data, style, associatedInputs);
        return new ExecuteAction(title, verb)
        {
            Data = fallback.Data,
            Style = style,
            AssociatedInputs = associatedInputs,
            Fallback = fallback,
        };
    }
}

/// <summary>A click that arrives as a message with a value and no text.</summary>
/// <param name="Title">What it says.</param>
public sealed record SubmitAction(string Title) : AdaptiveAction(Title)
{
    /// <summary>The member of the data by which Teams does something else than to send a message.</summary>
    internal const string TeamsMember = "msteams";

    /// <inheritdoc cref="ExecuteAction.Data" />
    [JsonConverter(typeof(SubmitDataConverter))]
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <inheritdoc cref="ExecuteAction.AssociatedInputs" />
    public string? AssociatedInputs { get; init; }

    /// <summary>
    /// An action that opens a dialog (<c>task/fetch</c>). Where a client knows no dialogs it is a click like any other.
    /// </summary>
    /// <param name="title">What it says.</param>
    /// <param name="verb">What is to be done.</param>
    /// <param name="data">What else the click carries.</param>
    /// <param name="associatedInputs">See <see cref="AssociatedInputs"/>.</param>
    /// <remarks>Source: Teams documentation, "Use dialogs with bots".</remarks>
    public static SubmitAction OpenDialog(string title, string verb, IReadOnlyDictionary<string, string>? data = null, string? associatedInputs = "none") => new(title)
    {
        Data = new Dictionary<string, string>(WithVerb(verb, data)) { [TeamsMember] = "task/fetch" },
        AssociatedInputs = associatedInputs,
    };

    /// <summary>An action whose data names its verb.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="verb">What is to be done.</param>
    /// <param name="data">What else the click carries.</param>
    /// <param name="style">See <see cref="ActionStyles"/>.</param>
    /// <param name="associatedInputs">See <see cref="AssociatedInputs"/>.</param>
    public static SubmitAction Create(
        string title, string verb, IReadOnlyDictionary<string, string>? data = null, string? style = null, string? associatedInputs = null) =>
        new(title) { Data = WithVerb(verb, data), Style = style, AssociatedInputs = associatedInputs };
}

/// <summary>Opens an address; the bot does not learn of it.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Url">Where it leads.</param>
public sealed record OpenUrlAction(string Title, string Url) : AdaptiveAction(Title);

/// <summary>Values of <see cref="AdaptiveAction.Style"/>.</summary>
public static class ActionStyles
{
    /// <summary>The way forward.</summary>
    public const string Positive = "positive";

    /// <summary>Ends or removes something.</summary>
    public const string Destructive = "destructive";
}
