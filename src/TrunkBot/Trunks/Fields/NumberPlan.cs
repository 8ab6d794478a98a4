using PhoneNumbers;
using TrunkBot.Policies;

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

    private static readonly Finding UnknownCountry = Warning(
        "No country has this code", "Check the digits after the plus.");

    private static readonly Finding TooShort = Warning(
        "Too short for the country", "Check that no digits are missing.");

    private static readonly Finding TooLong = Warning(
        "Too long for the country", "Check that there are no digits too many.");

    private static readonly Finding LocalOnly = Warning(
        "Can be dialled only locally", "Add the area code.");

    private static readonly Finding WrongLength = Warning(
        "Unusual length for the country", "Check the digits.");

    private static readonly Finding Unassigned = Warning(
        "Not in a range that is given to users", "Check the digits; submit anyway if your carrier assigned it.");

    private static readonly Finding ExtraZero = Warning(
        "A zero after the country code that is dialled only inside the country", "Check with your carrier, and leave the zero out if it is not part of the number.");

    private static readonly Finding Global = Warning(
        "A satellite or global number, which belongs to no country", "Calls with these can be very dear: the approver will want to know why.");

    private static readonly Finding Premium = Warning(
        "A premium-rate number", "Most carriers block these and fraud uses them: the approver will want to know why.");

    private static readonly Finding SharedCost = Warning(
        "A shared-cost number", "Check that your carrier takes it: many block these.");

    private static readonly Finding TollFree = Warning(
        "A toll-free number used for calling out", "Check that your carrier lets it be shown as the caller.");

    /// <summary>What the plans say; null when there is nothing to say. The finding names no number yet.</summary>
    public static Finding? Objection(string number, string? direction)
    {
        if (Array.Exists(GlobalCodes, code => number.StartsWith(code, StringComparison.Ordinal)))
            return Global;
        try
        {
            var parsed = Plans.Parse(number, null);
            return Possibility(parsed) ?? Validity(number, parsed) ?? Price(parsed, direction);
        }
        catch (NumberParseException refused)
        {
            return refused.ErrorType is ErrorType.INVALID_COUNTRY_CODE ? UnknownCountry : TooShort;
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

    private static Finding? Possibility(PhoneNumber parsed) => Plans.IsPossibleNumberWithReason(parsed) switch
    {
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE => null,
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => LocalOnly,
        PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => UnknownCountry,
        PhoneNumberUtil.ValidationResult.TOO_SHORT => TooShort,
        PhoneNumberUtil.ValidationResult.TOO_LONG => TooLong,
        _ => WrongLength,
    };

    // The library drops a national prefix without a word; what is sent is what was typed, so the difference is said.
    private static Finding? Validity(string number, PhoneNumber parsed)
    {
        if (Plans.Format(parsed, PhoneNumberFormat.E164) != number)
            return ExtraZero;
        return Plans.IsValidNumber(parsed) ? null : Unassigned;
    }

    private static Finding? Price(PhoneNumber parsed, string? direction) => Plans.GetNumberType(parsed) switch
    {
        PhoneNumberType.PREMIUM_RATE => Premium,
        PhoneNumberType.SHARED_COST => SharedCost,
        PhoneNumberType.TOLL_FREE when direction is not TrunkDirection.Inbound => TollFree,
        _ => null,
    };

    private static Finding Warning(string reason, string remedy) => Finding.Warning(FieldIds.Numbers, reason, remedy);
}
