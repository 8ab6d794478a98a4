using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TrunkBot.Secrets.Redaction;

/// <summary>Undoes the codes in which texts travel: escapes of addresses, pages, JSON and mail, lists of character codes, and bases 2, 16, 32 and 64.</summary>
internal static partial class Codes
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", Base16 = "0123456789ABCDEF";

    /// <summary>What the text may mean, by each of the codes; only what could hold something is given back.</summary>
    public static IEnumerable<string> Undo(string text)
    {
        // Without what a mail breaks its lines with, and what groups of letters are set apart with.
        var dense = Between().Replace(text, "");
        var joined = Separator().Replace(dense, "");
        foreach (var plain in (string[])[WebUtility.HtmlDecode(text), Escape().Replace(text, Unescaped), MarkedBytes().Replace(text, Bytes), dense, joined])
        {
            if (plain != text)
                yield return plain;
        }

        foreach (var plain in Runs(DecimalCodes(), text, run => [Characters(run)])
            .Concat(Runs(Binary(), dense, run => Unpacked(run, Base16, 1)))
            .Concat(Runs(Hexadecimal(), joined, run => Unpacked(run.ToUpperInvariant(), Base16, 4)))
            .Concat(Runs(Letters32(), dense, run => Unpacked(run.ToUpperInvariant(), Base32, 5)))
            .Concat(Runs(Letters64(), dense, run => Unpacked(run.Replace('-', '+').Replace('_', '/'), Base64, 6))))
        {
            if (Readable().IsMatch(plain))
                yield return plain;
        }
    }

    private static IEnumerable<string> Runs(Regex runs, string text, Func<string, IEnumerable<string>> read) => runs.Matches(text).SelectMany(run => read(run.Value));

    // Where the code begins within the run is not known: as many ways to read it as there are places in a byte.
    private static IEnumerable<string> Unpacked(string run, string alphabet, int bits)
    {
        for (var start = 0; start < 8 && start * bits % 8 is var phase && (start == 0 || phase != 0); start++)
            yield return Unpacked(run.AsSpan(Math.Min(start, run.Length)), alphabet, bits);
    }

    private static string Unpacked(ReadOnlySpan<char> run, string alphabet, int bits)
    {
        var bytes = new List<byte>(run.Length * bits / 8);
        var (held, count) = (0, 0);
        foreach (var letter in run)
        {
            (held, count) = (((held << bits) | alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, count + bits);
            if (count >= 8)
                bytes.Add((byte)(held >> (count -= 8)));
        }

        return Text([.. bytes]);
    }

    // UTF-16 is UTF-8 with a zero beside each letter.
    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    private static string Bytes(Match run) => Text([.. Pair().Matches(run.Value).Select(pair => byte.Parse(pair.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]);

    private static string Characters(string run) =>
        new([.. Number().Matches(run).Select(number => (char)int.Parse(number.Value, CultureInfo.InvariantCulture))]);

    private static string Unescaped(Match escape) => (escape.Groups["hex"].Value, escape.Groups["octal"].Value, escape.Groups["number"].Value) switch
    {
        ({ Length: > 0 } hex, _, _) => Character(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        (_, { Length: > 0 } octal, _) => Character(Convert.ToInt32(octal, 8)),
        (_, _, { Length: > 0 } number) => Character(int.Parse(number, CultureInfo.InvariantCulture)),
        _ => escape.Groups["sign"].Value is "n" or "r" or "t" or "b" or "f" ? " " : escape.Groups["sign"].Value,
    };

    // Half of a surrogate pair waits for its other half, which follows.
    private static string Character(int code) => code is < 0 or > 0x10FFFF ? "" : code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);

    [GeneratedRegex(@"\\u(?<hex>[0-9A-Fa-f]{4})|\\u\{(?<hex>[0-9A-Fa-f]{1,6})\}|U\+(?<hex>[0-9A-Fa-f]{4})|&#[xX]0*(?<hex>[0-9A-Fa-f]{1,6});?|&#0*(?<number>[0-9]{1,7});?|\\(?<octal>[0-3][0-7]{2})|\\(?<sign>[""\\/'bfnrt])")]
    private static partial Regex Escape();

    // %41, =41 and \x41; a soft line break of a mail between them.
    [GeneratedRegex(@"(?:(?:%(?:25)*|=|\\[xX]|0[xX])[0-9A-Fa-f]{2}(?:=\r?\n|[ ,;]{1,2})?)+")]
    private static partial Regex MarkedBytes();

    [GeneratedRegex(@"(?:%(?:25)*|=|\\[xX]|0[xX])([0-9A-Fa-f]{2})")]
    private static partial Regex Pair();

    [GeneratedRegex(@"[0-9]{2,3}(?:[^0-9A-Za-z]{1,3}[0-9]{2,3}){5,}")]
    private static partial Regex DecimalCodes();

    [GeneratedRegex("[0-9]{2,3}")]
    private static partial Regex Number();

    [GeneratedRegex("[01]{48,}")]
    private static partial Regex Binary();

    [GeneratedRegex("[0-9A-Fa-f]{12,}")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("[A-Za-z2-7]{10,}")]
    private static partial Regex Letters32();

    [GeneratedRegex("[A-Za-z0-9+/_-]{8,}")]
    private static partial Regex Letters64();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"0[xX]|[-:.,;|\\]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"[\p{L}\p{N}\p{P}\p{S} ]{6}")]
    private static partial Regex Readable();
}
