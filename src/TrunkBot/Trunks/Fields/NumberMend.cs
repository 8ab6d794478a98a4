using System.Buffers;
using System.Globalization;
using System.Text;
using PhoneNumbers;

namespace TrunkBot.Trunks.Fields;

/// <summary>
/// What a number was meant to be. With one way to read it, it is mended: a zero in brackets, digits of another script, a tel: before it.
/// With a likely way, that is offered: a number without its country code, by the person's country.
/// </summary>
internal static class NumberMend
{
    private const int LongestRead = 64;

    private static readonly SearchValues<char> UsualSigns = SearchValues.Create("+0123456789 -.");

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <summary>The number, where it can be read in one way and is not written in the usual one; else null.</summary>
    public static string? Of(string typed)
    {
        if (typed.Length > LongestRead || typed.AsSpan().IndexOfAnyExcept(UsualSigns) < 0)
            return null;
        var plain = Plain(typed);
        var number = NumberShape.Normalise(plain);
        if (NumberShape.HasZeroInBrackets(plain))
            return number.StartsWith('+') ? Valid(plain, region: null) : null;
        return NumberShape.Objection(plain, number) is null && number != NumberShape.Normalise(typed) ? number : null;
    }

    /// <summary>The most likely reading of what cannot be sent as it is; null when there is none.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="region">The person's country, as two letters; null when nobody said.</param>
    public static string? Likely(string typed, string? region)
    {
        if (typed.Length > LongestRead)
            return null;
        var plain = Plain(typed);
        var digits = NumberShape.Normalise(plain).TrimStart('+');
        return (plain.StartsWith('+') ? Valid(plain, null) : null)
            ?? (region is null ? null : Valid(plain, region))
            ?? AfterPrefix(digits, "00") ?? AfterPrefix(digits, "011")
            ?? (digits is [>= '1' and <= '9', ..] ? Valid("+" + digits, null) : null)
            ?? OnlyOneIn(plain, region);
    }

    private static string? AfterPrefix(string digits, string prefix) =>
        digits.StartsWith(prefix, StringComparison.Ordinal) ? Valid("+" + digits[prefix.Length..], null) : null;

    private static string? Valid(string text, string? region)
    {
        try
        {
            var number = Plans.Parse(text, region ?? "ZZ");
            return Plans.IsValidNumber(number) ? Plans.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // A word before it or an extension behind it: “Phone: +49 30 901820”.
    private static string? OnlyOneIn(string text, string? region)
    {
        var found = Plans.FindNumbers(text, region ?? "ZZ").Select(match => Plans.Format(match.Number, PhoneNumberFormat.E164)).Distinct().Take(2).ToList();
        return found is [var only] ? only : null;
    }

    // One plus, digits 0 to 9, and a blank where somebody wrote a slash.
    private static string Plain(string typed)
    {
        var text = typed.Trim().Trim('"', '\'', '`', '<', '>', '[', ']', '“', '”', '‘', '’', '„', '«', '»').Trim();
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && !text.Contains(';', StringComparison.Ordinal))
            text = text[4..];
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
                plain.Append((int)Rune.GetNumericValue(rune));
            else
                plain.Append(rune.Value switch { '＋' or '﹢' => "+", '/' => " ", '（' => "(", '）' => ")", _ => rune.ToString() });
        }

        return plain.ToString();
    }
}
