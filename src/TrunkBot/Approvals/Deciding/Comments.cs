using System.Globalization;
using System.Text;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals.Deciding;

/// <summary>What people say about a decision, as it is kept.</summary>
internal static class Comments
{
    public const int Longest = 500;

    // Letters and symbols that show nothing: the blank Braille pattern and the Hangul fillers.
    private static readonly int[] s_blanks = [0x2800, 0x115F, 0x1160, 0x3164, 0xFFA0];

    /// <summary>The words of a line; null where there are none.</summary>
    public static string? Read(string[]? words) => Read(string.Join(' ', words ?? []));

    /// <summary>Null also where nobody would see anything of it.</summary>
    public static string? Read(string? text) => text?.EnumerateRunes().Any(IsSeen) == true ? CardText.Cut(text.Trim(), Longest) : null;

    private static bool IsSeen(Rune rune) => !s_blanks.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned);
}
