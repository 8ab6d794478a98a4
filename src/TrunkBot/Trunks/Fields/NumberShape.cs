using System.Buffers;
using System.Globalization;
using System.Text;

namespace TrunkBot.Trunks.Fields;

/// <summary>
/// E.164's shape: a plus sign, a digit from 1 to 9, and at most 15 digits in all. Carriers and media servers compare
/// numbers character by character, so what people write around the digits is taken off and nothing is guessed.
/// </summary>
internal static class NumberShape
{
    private const int MostDigits = 15;

    private static readonly SearchValues<char> PlusAndDigits = SearchValues.Create("+0123456789");

    /// <summary>Takes off blanks, dots, dashes, brackets, and the invisible marks that come with a pasted number.</summary>
    public static string Normalise(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        foreach (var character in typed)
        {
            if (!IsPunctuation(character))
                kept.Append(character);
        }

        return kept.ToString();
    }

    /// <summary>What is wrong with the shape; null when it is right.</summary>
    public static NumberFlaw? Objection(string typed, string number)
    {
        if (number is ['+', >= '1' and <= '9', ..] && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            return Digits(typed, number);
        return Wording(typed) ?? Signs(number);
    }

    private static NumberFlaw? Digits(string typed, string number) => number.Length switch
    {
        < 3 => NumberFlaw.Incomplete,
        > MostDigits + 1 => NumberFlaw.TooManyDigits,
        _ => HasZeroInBrackets(typed) ? NumberFlaw.ZeroInBrackets : null,
    };

    private static NumberFlaw? Wording(string typed)
    {
        if (typed.Contains("tel:", StringComparison.OrdinalIgnoreCase)
            || typed.Contains("sip:", StringComparison.OrdinalIgnoreCase)
            || typed.Contains('@', StringComparison.Ordinal))
            return NumberFlaw.Link;
        if (typed.Contains("ext", StringComparison.OrdinalIgnoreCase) || typed.Contains('#', StringComparison.Ordinal)
            || IsExtensionMark(typed))
            return NumberFlaw.Extension;
        return typed.Any(char.IsLetter) ? NumberFlaw.Letters : null;
    }

    private static NumberFlaw Signs(string number)
    {
        if (number.AsSpan().Count('+') > 1)
            return NumberFlaw.TwoNumbers;
        if (number.AsSpan().IndexOfAnyExcept(PlusAndDigits) >= 0 || number.LastIndexOf('+') > 0)
            return NumberFlaw.OddCharacters;
        if (number.StartsWith("+0", StringComparison.Ordinal))
            return NumberFlaw.ZeroCode;
        if (number.StartsWith("00", StringComparison.Ordinal) || number.StartsWith("011", StringComparison.Ordinal))
            return NumberFlaw.Prefix;
        return number is "" or "+" ? NumberFlaw.Incomplete : NumberFlaw.NoPlus;
    }

    // “x12” after the digits is how extensions are written where “ext” is not.
    private static bool IsExtensionMark(string typed)
    {
        var mark = typed.LastIndexOfAny(['x', 'X']);
        return mark >= 0 && mark < typed.Length - 1
            && typed.AsSpan(mark + 1).Trim().IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Whether it has the zero that is dialled inside a country only: +44 (0)20 7946 0018.</summary>
    public static bool HasZeroInBrackets(string typed) =>
        typed.Where(character => !char.IsWhiteSpace(character)).Aggregate(0, NextInBrackets) is 3;

    private static int NextInBrackets(int seen, char character) => (seen, character) switch
    {
        (3, _) => 3,
        (_, '(') => 1,
        (1, '0') => 2,
        (2, ')') => 3,
        _ => 0,
    };

    private static bool IsPunctuation(char character) => character is '.' or '(' or ')'
        || char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format
        || character is '\u2212';
}
