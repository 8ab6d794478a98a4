using System.Globalization;
using System.Text;

namespace TrunkBot.Trunks.Fields;

/// <summary>Which characters a person cannot see.</summary>
internal static class Characters
{
    /// <summary>Whether the text can be sent at all: half of a surrogate pair has no UTF-8 form.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) is not System.Buffers.OperationStatus.Done)
                return false;
            text = text[length..];
        }

        return true;
    }

    /// <summary>Control, formatting and filler characters: direction marks, zero-width characters, line separators.</summary>
    public static bool IsHidden(Rune rune) => IsControl(rune) || IsFiller(rune) || IsNoncharacter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    /// <summary>The text without the characters that come along when something is copied: zero-width ones, direction marks, soft hyphens, the byte-order mark.</summary>
    public static string Visible(string text)
    {
        if (!IsWellFormed(text) || !text.EnumerateRunes().Any(IsCopied))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsCopied(rune)))
            visible.Append(rune);
        return visible.ToString();
    }

    // Overrides of the direction are not among them: they are put in to make a text look like another.
    private static bool IsCopied(Rune rune) => rune.Value is 0x00AD or 0x200B or 0x200E or 0x200F or 0x202A or 0x202B or 0x202C or 0x2060 or 0x2068 or 0x2069 or 0xFEFF;

    public static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The two joiners without which emoji and some scripts cannot be written.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    // Letters by category, blank by appearance: Hangul fillers and the empty Braille pattern.
    private static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool IsNoncharacter(Rune rune) =>
        (rune.Value & 0xFFFE) is 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
