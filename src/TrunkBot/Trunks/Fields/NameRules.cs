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
            return Refuse(FieldTexts.NoName);
        if (!Characters.IsWellFormed(name))
            return Refuse(FieldTexts.NameBroken);
        if (name.EnumerateRunes().Any(rune => Characters.IsHidden(rune) && !Characters.IsJoiner(rune)))
            return Refuse(FieldTexts.NameHidden);

        name = name.Normalize(NormalizationForm.FormC);
        if (new StringInfo(name).LengthInTextElements < Shortest)
            return Refuse(FieldTexts.NameShort(Shortest));
        return name.EnumerateRunes().Count() > Longest
            ? Refuse(FieldTexts.NameLong(Longest))
            : new(name, []);
    }

    private static Reviewed<string> Refuse(Finding finding) => Reviewed<string>.Refused(finding);
}
