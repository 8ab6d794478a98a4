using System.Globalization;
using System.Text;

namespace TrunkBot.Trunks.Fields;

/// <summary>The trunk's name: three characters at least is VideoSDK's rule, the rest keeps it readable.</summary>
internal static class NameRules
{
    private const int Shortest = 3;
    private const int Longest = 64;

    public static Reviewed<string> Review(string? typed)
    {
        var name = typed?.Trim().Trim('\u200B', '\uFEFF', '\u2060').Trim() ?? "";
        if (name.Length is 0)
            return Refuse("The trunk has no name.", "Give it one of three characters or more, such as the carrier's name.");
        if (!Characters.IsWellFormed(name))
            return Refuse("The name has a broken character in it.", "Type it again.");
        if (name.EnumerateRunes().Any(rune => Characters.IsHidden(rune) && !Characters.IsJoiner(rune)))
            return Refuse(
                "The name has a line break or an invisible character in it.",
                "Type it again on one line, instead of pasting it.");

        name = name.Normalize(NormalizationForm.FormC);
        if (new StringInfo(name).LengthInTextElements < Shortest)
            return Refuse("The name is shorter than three characters.", "Make it three characters or more.");
        return name.EnumerateRunes().Count() > Longest
            ? Refuse($"The name is longer than {Longest} characters.", "Shorten it.")
            : new(name, []);
    }

    private static Reviewed<string> Refuse(string reason, string remedy) =>
        Reviewed<string>.Refused(Finding.Error(FieldIds.Name, reason, remedy));
}
