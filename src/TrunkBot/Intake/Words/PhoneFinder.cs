using System.Text.RegularExpressions;
using PhoneNumbers;

namespace TrunkBot.Intake.Words;

/// <summary>Finds telephone numbers with a country code; others only where the paste names the country.</summary>
internal static partial class PhoneFinder
{
    // A number, or its last digits; not a number of something: "10 channels", "5pm", "31/12", "192.0.2.1".
    private const string OtherEnd = @"(?:[+＋]|\(?\d{3}(?!\d*[.:/%])|\d{1,2}(?![\d.:/%]|[ \u00a0]*\p{L}))";

    private const int Window = 48, MostNumbers = 500, MostNational = 20, FewestDigits = 5;

    private static readonly PhoneNumberUtil s_plans = PhoneNumberUtil.GetInstance();

    /// <summary>The numbers that begin with a plus sign, in their one form.</summary>
    public static IReadOnlyList<FoundNumber> International(string text)
    {
        var found = new List<FoundNumber>();
        for (var at = text.AsSpan().IndexOfAny('+', '＋'); at >= 0 && found.Count < MostNumbers; at = Next(text, at))
        {
            if (at > 0 && ((char.IsLetterOrDigit(text[at - 1]) && text[at - 1] < '\u0900') || text[at - 1] is '+' or '-' or '.'))
                continue;
            if (One(text, at) is not { } number)
                continue;
            // The other end of a range is no number of its own either.
            found.Add(found is [.., { E164: "" } range] && range.End == at ? number with { E164 = "" } : number);
        }

        return found;
    }

    /// <summary>Readings of a number without country code in this country.</summary>
    public static IEnumerable<string> National(string text, string region) => Whole(text, region) is { } whole
        ? [whole]
        : s_plans.FindNumbers(text.Length > 400 ? text[..400] : text, region).Take(MostNational)
            .Where(match => !LastDigits().IsMatch(text, match.Start + match.Length)).Select(match => s_plans.Format(match.Number, PhoneNumberFormat.E164));

    /// <summary>A number dialled abroad with 00 before the country code, if the whole value is one.</summary>
    public static string? WithZeros(string value)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        if (!digits.StartsWith("00", StringComparison.Ordinal) || digits.Length is < 10 or > 17 || value.Any(char.IsLetter))
            return null;
        return Whole($"+{digits[2..]}", null);
    }

    /// <summary>Whether something could be a number at all.</summary>
    public static bool LooksLikeOne(string value) => value.Count(char.IsAsciiDigit) is >= 6 and <= 15 && !value.Any(c => char.IsLetter(c) || c is ':' or '@');

    // The one number that a text is.
    private static string? Whole(string text, string? region)
    {
        try
        {
            return text.Length < Window && s_plans.Parse(text, region) is var parsed && s_plans.IsValidNumber(parsed) ? s_plans.Format(parsed, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static int Next(string text, int at)
    {
        var next = text.AsSpan(at + 1).IndexOfAny('+', '＋');
        return next < 0 ? -1 : at + 1 + next;
    }

    private static FoundNumber? One(string text, int at)
    {
        if (Range().Match(text, at) is { Success: true } range)
            return new("", at, at + range.Length);
        var number = Number(text, at);
        return number is not null && LastDigits().IsMatch(text, number.End) ? number with { E164 = "" } : number;
    }

    private static FoundNumber? Number(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < Window && (char.IsDigit(text[end]) || " -.()/\u2011\u2013\u00a0".Contains(text[end], StringComparison.Ordinal)))
            end++;
        var part = text[at..end].Replace('＋', '+');
        if (part.Count(char.IsDigit) < FewestDigits)
            return null;
        var match = s_plans.FindNumbers(part, null, PhoneNumberUtil.Leniency.POSSIBLE, 100).FirstOrDefault();
        if (match is not null)
            return new(s_plans.Format(match.Number, PhoneNumberFormat.E164), at, at + match.Start + match.Length);
        if (Whole(part.Trim(), null) is { } written)
            return new(written, at, end);
        var digits = new string([.. part.Skip(1).TakeWhile(char.IsAsciiDigit)]);
        return digits.Length is >= 7 and <= 15 && digits[0] is not '0' ? new($"+{digits}", at, at + 1 + digits.Length) : null;
    }

    // "+49 30 1234500 - 99", "+1 415 555 0100 to 0199", "+49 30 12345-XX": a block, not a number. It ends where its other end begins.
    [GeneratedRegex(
        @"\G[+＋][\d .()/\-\u2011\u2013\u00a0]{4,47}?(?:[ \u00a0][-–—][ \u00a0]+(?=" + OtherEnd + @")|[ \u00a0]*(?:[-–—][ \u00a0]*(?=[+＋x])|(?=xx)|(?:[~〜～…]|\.{2,3})[ \u00a0]*(?=" + OtherEnd + ")"
        + @"|(?:to|through|thru|until|bis|a|al|hasta|à|au|até|से|から)[^\p{L}\p{N}+＋]{0,4}(?=" + OtherEnd + ")))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    // "+442079460018-27"
    [GeneratedRegex(@"\G[ \u00a0]*[-\u2010-\u2015~〜～][ \u00a0]*\d+(?![\d.:/%]|[ \u00a0]*\p{L})")]
    private static partial Regex LastDigits();
}

/// <summary>A number in its one form, and where it stands; the form is empty where it is a whole block of numbers, or an end of one.</summary>
internal sealed record FoundNumber(string E164, int Start, int End);
