using System.Text;

namespace TrunkBot.Trunks.Fields;

/// <summary>What a person typed, made safe to repeat in a sentence.</summary>
internal static class Echo
{
    private const int Longest = 60;

    /// <summary>The text in quotes, at most 60 characters, with nothing in it that is invisible or that links.</summary>
    public static string Quoted(string typed, int longest = Longest) => $"“{Clip(typed, longest)}”";

    /// <summary>Up to three of the texts, and how many more there are.</summary>
    public static string List(IReadOnlyList<string> typed)
    {
        var shown = string.Join(", ", typed.Take(3).Select(text => Quoted(text, longest: 24)));
        return typed.Count > 3 ? FieldTexts.AndMore(shown, typed.Count - 3) : shown;
    }

    private static string Clip(string typed, int longest)
    {
        var text = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (text.Length >= longest - 1)
                return text.Append('…').ToString();
            Append(text, rune);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        if (Characters.IsHidden(rune) || rune == Rune.ReplacementChar)
            return;
        // “[name](address)” and back-ticks would become a link and code in a card's text.
        if (rune.Value is '(' && text.Length > 0 && text[^1] is ']')
            text.Append(' ');
        text.Append(rune.Value is '`' ? "'" : Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
    }
}
