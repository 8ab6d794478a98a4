using System.Buffers;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>A word that calls a secret, but is only a part of a name: of a host's, a user's, an id.</summary>
internal static class NamePart
{
    // Shorter words occur in names by chance.
    private const int ShortestClear = 5, Longest = 256, FirstWide = '\u0900';

    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\n\r\u00a0\"'`<>()[]{}|,;=");

    /// <summary>Whether it is one here: what follows is joined to it, and the whole is an address, or the word is short and stands within.</summary>
    public static bool Is(string text, Word word)
    {
        if (word.End >= text.Length || !IsJoint(text[word.End]) || word.Text[0] >= FirstWide)
            return false;
        if (IsLabel(text, word.End))
            return false;
        var (first, last) = (Math.Max(0, word.Start - Longest), Math.Min(text.Length, word.End + Longest));
        var start = first + text.AsSpan(first, word.Start - first).LastIndexOfAny(s_ends) + 1;
        var length = text.AsSpan(word.End, last - word.End).IndexOfAny(s_ends);
        var whole = text[start..(length < 0 ? last : word.End + length)];
        return whole.Contains("://", StringComparison.Ordinal) || Addresses.Read(whole) is not null || (IsShort(word) && !Begins(text, word, start));
    }

    // SIP_PASS_OUT=, sip.password.prod: — but a host's port follows at once.
    private static bool IsLabel(string text, int at)
    {
        for (var last = Math.Min(text.Length, at + Longest); at < last && IsJoint(text[at]);)
            at++;
        while (at < text.Length && text[at] is ' ' or '"' or '\'')
            at++;
        return at < text.Length && (text[at] is '=' || (text[at] is ':' && !(at + 1 < text.Length && (text[at + 1] is '/' || (char.IsDigit(text[at + 1]) && IsJoint(text[at - 1]))))));
    }

    private static bool IsJoint(char next) => char.IsLetterOrDigit(next) || next is '-' or '_' or '.';

    private static bool IsShort(Word word) => word.Text.Length < ShortestClear && SecretWords.IsOne(word.Text);

    // "PIN-1234", but not "PinBerlin1234".
    private static bool Begins(string text, Word word, int start) => word.Start == start && !char.IsLetterOrDigit(text[word.End]);
}
