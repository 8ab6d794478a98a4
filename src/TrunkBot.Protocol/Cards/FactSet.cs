namespace TrunkBot.Protocol.Cards;

/// <summary>Names and values in two columns.</summary>
/// <param name="Facts">The rows.</param>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>A row of a <see cref="FactSet"/>. Both sides are read as Markdown: see <see cref="CardText.Plain"/>.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Value">Its value.</param>
public sealed record Fact(string Title, string Value);
