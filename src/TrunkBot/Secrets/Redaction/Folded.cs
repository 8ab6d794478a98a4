using System.Globalization;
using System.Text;

namespace TrunkBot.Secrets.Redaction;

/// <summary>A text without what a secret can be disguised with: case, the width of letters, and whatever stands between them.</summary>
internal sealed class Folded
{
    // As many letters and digits as do not occur by chance.
    private const int Enough = 6;

    private readonly string _letters, _dense;

    public Folded(string text)
    {
        var (letters, dense) = (new StringBuilder(text.Length), new StringBuilder(text.Length));
        foreach (var rune in Compatible(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
                continue;
            var lower = Rune.ToLowerInvariant(rune);
            dense.Append(lower);
            if (Rune.IsLetterOrDigit(rune))
                letters.Append(lower);
        }

        (_letters, _dense) = (letters.ToString(), dense.ToString());
    }

    /// <summary>What to look for, for a secret: forwards, backwards and with its letters turned by 13; nothing for one that is too short to be told from chance.</summary>
    public static IEnumerable<string> NeedlesOf(string secret)
    {
        var folded = new Folded(secret);
        var plain = folded._letters.Length >= Enough ? folded._letters : folded._dense;
        return plain.Length >= Enough ? [plain, new string([.. plain.Reverse()]), new string([.. plain.Select(Turned)])] : [];
    }

    public bool Holds(string needle) => _letters.Contains(needle, StringComparison.Ordinal) || _dense.Contains(needle, StringComparison.Ordinal);

    // Half of a surrogate pair cannot be normalised, nor, in .NET, U+FFFE, which is no character.
    private static string Compatible(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value is 0xFFFE ? Rune.ReplacementChar : rune);
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static char Turned(char letter) => letter is >= 'a' and <= 'z' ? (char)('a' + ((letter - 'a' + 13) % 26)) : letter;
}
