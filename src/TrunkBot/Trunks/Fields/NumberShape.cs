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

    private static readonly Finding NoPlus = Error(
        "No plus sign and country code",
        "Add the plus and the country code, as in +14155550100.");

    private static readonly Finding Prefix = Error(
        "Written with a dialling prefix such as 00 or 011", "Add the plus in place of the prefix.");

    private static readonly Finding ZeroCode = Error(
        "Country code that starts with zero", "Write the country code right after the plus, with no zeros before it.");

    private static readonly Finding ZeroInBrackets = Error(
        "A zero in brackets", "Leave it out: it is dialled only inside the country.");

    private static readonly Finding Letters = Error(
        "Letters in a number", "Write the digits that the letters stand for.");

    private static readonly Finding Extension = Error(
        "An extension", "Leave the extension out: a trunk carries whole numbers.");

    private static readonly Finding Link = Error(
        "A link instead of a number", "Leave out what stands before the plus.");

    private static readonly Finding TwoNumbers = Error(
        "More than one number in one place", "Put a comma or a line break between numbers.");

    private static readonly Finding OddCharacters = Error(
        "Characters that do not belong in a number", "Use a plus and the digits 0 to 9.");

    private static readonly Finding Incomplete = Error(
        "Not a whole number", "Write the plus, the country code and the number, as in +14155550100.");

    private static readonly Finding TooLong = Error(
        $"More than {MostDigits} digits", $"Check it: no number in the world has more than {MostDigits} digits.");

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

    /// <summary>What is wrong with the shape; null when it is right. The finding names no number yet.</summary>
    public static Finding? Objection(string typed, string number)
    {
        if (number is ['+', >= '1' and <= '9', ..] && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            return Digits(typed, number);
        return Wording(typed) ?? Signs(number);
    }

    private static Finding? Digits(string typed, string number) => number.Length switch
    {
        < 3 => Incomplete,
        > MostDigits + 1 => TooLong,
        _ => HasZeroInBrackets(typed) ? ZeroInBrackets : null,
    };

    private static Finding? Wording(string typed)
    {
        if (typed.Contains("tel:", StringComparison.OrdinalIgnoreCase)
            || typed.Contains("sip:", StringComparison.OrdinalIgnoreCase)
            || typed.Contains('@', StringComparison.Ordinal))
            return Link;
        if (typed.Contains("ext", StringComparison.OrdinalIgnoreCase) || typed.Contains('#', StringComparison.Ordinal)
            || IsExtensionMark(typed))
            return Extension;
        return typed.Any(char.IsLetter) ? Letters : null;
    }

    private static Finding Signs(string number)
    {
        if (number.AsSpan().Count('+') > 1)
            return TwoNumbers;
        if (number.AsSpan().IndexOfAnyExcept(PlusAndDigits) >= 0 || number.LastIndexOf('+') > 0)
            return OddCharacters;
        if (number.StartsWith("+0", StringComparison.Ordinal))
            return ZeroCode;
        if (number.StartsWith("00", StringComparison.Ordinal) || number.StartsWith("011", StringComparison.Ordinal))
            return Prefix;
        return number is "" or "+" ? Incomplete : NoPlus;
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

    private static Finding Error(string reason, string remedy) => Finding.Error(FieldIds.Numbers, reason, remedy);
}
