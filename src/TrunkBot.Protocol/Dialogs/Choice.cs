namespace TrunkBot.Protocol.Dialogs;

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">What it is called; a person may write it, its number, or one of the synonyms.</param>
/// <param name="Synonyms">Other words for it.</param>
public sealed record Choice(string Value, params IReadOnlyList<string> Synonyms)
{
    /// <summary>What its button says; the value, unless set.</summary>
    public string? Title { get; init; }
}

/// <summary>What was chosen.</summary>
/// <param name="Value">The choice's value.</param>
/// <param name="Index">Its place in the list, from 0.</param>
public sealed record FoundChoice(string Value, int Index);
