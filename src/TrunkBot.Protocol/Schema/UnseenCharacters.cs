using System.Text;

namespace TrunkBot.Protocol.Schema;

/// <summary>Characters that come along when a line is copied and that nobody sees; and blanks that are not the usual one.</summary>
internal static class UnseenCharacters
{
    /// <summary>The text without them, every blank a plain one.</summary>
    public static string TakeOff(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\u0001', '\u007e'))
            return text;
        var seen = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBlank(text[i]))
                seen.Append(' ');
            else if (text[i] is '\u0085' or '\u2028' or '\u2029')
                seen.Append('\n');
            else if (!IsUnseen(text[i]) && !(IsJoiner(text[i]) && !Joins(text, i)))
                seen.Append(text[i]);
        }

        return seen.ToString();
    }

    private static bool IsBlank(char c) =>
        c is '\u00a0' or '\u1680' or (>= '\u2000' and <= '\u200a') or '\u202f' or '\u205f' or '\u3000';

    // Soft hyphen, grapheme joiner, vowel separator, zero-width space, marks of direction, word joiner and its kin, byte-order mark, anchors.
    private static bool IsUnseen(char c) => c is '\u0000' or '\u00ad' or '\u034f' or '\u061c' or '\u180e' or '\u200b' or '\u200e' or '\u200f'
        or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206f') or '\ufeff' or (>= '\ufff9' and <= '\ufffb');

    private static bool IsJoiner(char c) => c is '\u200c' or '\u200d';

    // Between letters of some scripts, and within emojis, a joiner is part of the spelling; beside anything of ours it is not.
    private static bool Joins(string text, int at) =>
        at > 0 && at < text.Length - 1 && text[at - 1] > '\u024f' && text[at + 1] > '\u024f' && !IsUnseen(text[at - 1]) && !IsUnseen(text[at + 1]);
}
