using PhoneNumbers;
using TrunkBot.Policies;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Fields;

/// <summary>
/// What the world's numbering plans say about a number whose shape is right. All of it is a warning: the plans that a
/// library knows are older than the newest ranges, and VideoSDK's own samples are not in them.
/// </summary>
internal static class NumberPlan
{
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    // Satellite and other codes that belong to no country. The library calls some of them mobile or VoIP, so the
    // type alone would let the dearest numbers there are pass without a word.
    private static readonly string[] GlobalCodes = ["+870", "+878", "+881", "+882", "+883", "+888", "+979"];

    /// <summary>What the plans say; null when there is nothing to say.</summary>
    public static NumberFlaw? Objection(string number, string? direction)
    {
        if (Array.Exists(GlobalCodes, code => number.StartsWith(code, StringComparison.Ordinal)))
            return NumberFlaw.Global;
        try
        {
            var parsed = Plans.Parse(number, null);
            return Possibility(parsed) ?? Validity(number, parsed) ?? Price(parsed, direction);
        }
        catch (NumberParseException refused)
        {
            return refused.ErrorType is ErrorType.INVALID_COUNTRY_CODE ? NumberFlaw.UnknownCountry : NumberFlaw.TooShort;
        }
    }

    /// <summary>The same as a fact for the rules: what nobody can tell is ordinary and of no country.</summary>
    public static NumberFact FactOf(string number)
    {
        if (Array.Exists(GlobalCodes, code => number.StartsWith(code, StringComparison.Ordinal)))
            return new(number, null, NumberKind.Global);
        try
        {
            var parsed = Plans.Parse(number, null);
            return new(number, Plans.GetRegionCodeForNumber(parsed), KindOf(parsed));
        }
        catch (NumberParseException)
        {
            return new(number, null, NumberKind.Ordinary);
        }
    }

    private static NumberKind KindOf(PhoneNumber parsed) => Plans.GetNumberType(parsed) switch
    {
        PhoneNumberType.PREMIUM_RATE => NumberKind.Premium,
        PhoneNumberType.SHARED_COST => NumberKind.SharedCost,
        PhoneNumberType.TOLL_FREE => NumberKind.TollFree,
        _ => NumberKind.Ordinary,
    };

    private static NumberFlaw? Possibility(PhoneNumber parsed) => Plans.IsPossibleNumberWithReason(parsed) switch
    {
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE => null,
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => NumberFlaw.LocalOnly,
        PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => NumberFlaw.UnknownCountry,
        PhoneNumberUtil.ValidationResult.TOO_SHORT => NumberFlaw.TooShort,
        PhoneNumberUtil.ValidationResult.TOO_LONG => NumberFlaw.TooLong,
        _ => NumberFlaw.WrongLength,
    };

    // The library drops a national prefix without a word; what is sent is what was typed, so the difference is said.
    private static NumberFlaw? Validity(string number, PhoneNumber parsed)
    {
        if (Plans.Format(parsed, PhoneNumberFormat.E164) != number)
            return NumberFlaw.ExtraZero;
        return Plans.IsValidNumber(parsed) ? null : NumberFlaw.Unassigned;
    }

    private static NumberFlaw? Price(PhoneNumber parsed, string? direction) => Plans.GetNumberType(parsed) switch
    {
        PhoneNumberType.PREMIUM_RATE => NumberFlaw.Premium,
        PhoneNumberType.SHARED_COST => NumberFlaw.SharedCost,
        PhoneNumberType.TOLL_FREE when direction is not TrunkDirection.Inbound => NumberFlaw.TollFree,
        _ => null,
    };
}
