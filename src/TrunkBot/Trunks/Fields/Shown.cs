using TrunkBot.Protocol.Cards;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Fields;

/// <summary>Values at a length that a card has room for. What may be sent is shorter; what was only typed may be any length.</summary>
internal static class Shown
{
    public static string Text(string? text) => CardText.Cut(text, 300);

    /// <summary>A field's value as a person reads it.</summary>
    public static string Value(string field, string? value) => field is FieldIds.Direction ? Text(TrunkDirection.Said(value)) : Text(value);

    public static string Numbers(string? numbers, int most) =>
        Numbers((numbers ?? "").Split(NumberRules.Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), most);

    public static string Numbers(IReadOnlyList<string> numbers, int most)
    {
        var shown = string.Join(", ", numbers.Take(most).Select(number => CardText.Cut(number, 24)));
        return numbers.Count > most ? FieldTexts.AndMore(shown, numbers.Count - most) : shown;
    }
}
