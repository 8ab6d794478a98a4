using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>A field that a person fills in. Its checks run in the client only: whoever reads the value checks it again.</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id, string label) => (Id, Label) = (id, label);

    /// <summary>What the field is, for the eye and for a screen reader.</summary>
    public string Label { get; init; }

    /// <summary>An empty field is an error.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>What the client says of a bad value.</summary>
    public string? ErrorMessage { get; init; }
}

/// <summary>A line or several lines of text.</summary>
public sealed record TextInput : CardInput
{
    /// <summary>An empty field.</summary>
    /// <param name="id">Names the value in what is submitted; the value overwrites a member of that name in the action's data.</param>
    /// <param name="label">What the field is.</param>
    public TextInput(string id, string label) : base(id, label)
    {
    }

    /// <summary>Several lines.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>See <see cref="TextInputStyles"/>.</summary>
    public string? Style { get; init; }

    /// <summary>An example, shown while the field is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What the field holds when the card opens.</summary>
    public string? Value { get; init; }

    /// <summary>The client stops the typing there.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What a good value looks like.</summary>
    public string? Regex { get; init; }
}

/// <summary>Values of <see cref="TextInput.Style"/>.</summary>
public static class TextInputStyles
{
    /// <summary>A phone number.</summary>
    public const string Tel = "Tel";

    /// <summary>An address on the web.</summary>
    public const string Url = "Url";

    /// <summary>An e-mail address.</summary>
    public const string Email = "Email";

    /// <summary>Masks what is typed, on hosts that know version 1.5. The value still arrives in clear.</summary>
    public const string Password = "Password";
}

/// <summary>One or more of several values.</summary>
public sealed record ChoiceSetInput : CardInput
{
    /// <summary>A field with nothing chosen.</summary>
    /// <param name="id">Names the value in what is submitted; several are separated by commas.</param>
    /// <param name="label">What the field is.</param>
    /// <param name="choices">What can be chosen.</param>
    public ChoiceSetInput(string id, string label, IReadOnlyList<InputChoice> choices) : base(id, label) => Choices = choices;

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<InputChoice> Choices { get; init; }

    /// <summary>Lets Teams look for people, or ask the bot, while somebody types; a client that cannot shows <see cref="Choices"/> alone.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? ChoicesData { get; init; }

    /// <summary><c>compact</c> (the default) or <c>expanded</c>.</summary>
    public string? Style { get; init; }

    /// <summary>Allows more than one.</summary>
    public bool? IsMultiSelect { get; init; }

    /// <summary>What is shown while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What is chosen when the card opens.</summary>
    public string? Value { get; init; }

    /// <summary>Breaks long titles.</summary>
    public bool? Wrap { get; init; }
}

/// <summary>Where choices come from while somebody types.</summary>
/// <param name="Dataset">What is searched.</param>
/// <remarks>Source: Teams documentation, "People Picker in Adaptive Cards": the value that comes back is a person's Entra object id.</remarks>
public sealed record DataQuery(string Dataset)
{
    /// <summary>The people of the conversation.</summary>
    public static DataQuery PeopleHere { get; } = new("graph.microsoft.com/users?scope=currentContext");

    /// <summary>Always <c>Data.Query</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Data.Query";
}

/// <summary>A choice of a <see cref="ChoiceSetInput"/> (a <c>Input.Choice</c> in the schema).</summary>
/// <param name="Title">What a person sees.</param>
/// <param name="Value">What is submitted.</param>
public sealed record InputChoice(string Title, string Value);

/// <summary>Yes or no; submitted as text.</summary>
public sealed record ToggleInput : CardInput
{
    /// <summary>A field that is off.</summary>
    /// <param name="id">Names the value in what is submitted.</param>
    /// <param name="label">What the field is.</param>
    /// <param name="title">What ticking it means.</param>
    public ToggleInput(string id, string label, string title) : base(id, label) => Title = title;

    /// <summary>What ticking it means.</summary>
    public string Title { get; init; }

    /// <summary>What the field holds when the card opens.</summary>
    public string? Value { get; init; }

    /// <summary>Submitted when it is on; <c>true</c> if absent.</summary>
    public string? ValueOn { get; init; }

    /// <summary>Submitted when it is off; <c>false</c> if absent.</summary>
    public string? ValueOff { get; init; }

    /// <summary>Breaks a long title.</summary>
    public bool? Wrap { get; init; } = true;
}
