namespace TrunkBot.Protocol.Schema;

/// <summary>Letters, digits and signs at the width of East Asian scripts, as an input method leaves them.</summary>
internal static class WideLetters
{
    private const char First = '\uff01', Last = '\uff5e';

    /// <summary>Each word that is made of nothing but wide and usual ASCII, in usual ASCII. A word with anything else stays as it was typed.</summary>
    public static string Narrow(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(First, Last))
            return text;
        return string.Create(text.Length, text, static (narrow, wide) =>
        {
            wide.CopyTo(narrow);
            for (var start = 0; start < narrow.Length;)
            {
                var rest = narrow[start..];
                var length = rest.IndexOfAny(" \t\r\n") is >= 0 and var end ? end : rest.Length;
                if (!rest[..length].ContainsAnyExcept(AsciiOfBothWidths))
                    NarrowWord(rest[..length]);
                start += length + 1;
            }
        });
    }

    private static readonly System.Buffers.SearchValues<char> AsciiOfBothWidths = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c), .. Enumerable.Range(First, Last - First + 1).Select(c => (char)c)]);

    private static void NarrowWord(Span<char> word)
    {
        foreach (ref var c in word)
        {
            if (c is >= First and <= Last)
                c = (char)(c - First + '!');
        }
    }
}
