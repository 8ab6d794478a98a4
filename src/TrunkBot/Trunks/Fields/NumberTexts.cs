namespace TrunkBot.Trunks.Fields;

/// <summary>What is said about the numbers.</summary>
internal static class NumberTexts
{
    public static Finding NoNumber { get; } = NumberError("The trunk has no numbers.", "Enter at least one with its plus and country code, like +14155550100.");

    public static Finding TooManyNumbers(int count, int most) => NumberError(
        Plural.Of(
            most,
            $"One trunk can have 1 number, and there are {count} here.",
            $"One trunk can have {most} numbers at most, and there are {count} here."), "Spread them over several trunks.");

    public static Finding Repeated(IReadOnlyList<string> numbers) => Finding.Warning(
        FieldIds.Numbers, Plural.Of(numbers.Count, $"{Echo.List(numbers)} is there more than once.", $"{Echo.List(numbers)} are there more than once."), "Each number is sent once.");

    public static Finding NumberBecomes(string typed, string number) => Finding.Note(FieldIds.Numbers, $"{Echo.Quoted(typed)} will be sent as {number}.");

    /// <summary>What is wrong with these numbers, each of which has the same flaw.</summary>
    public static Finding Flawed(NumberFlaw flaw, IReadOnlyList<string> numbers)
    {
        var list = Echo.List(numbers);
        var (one, many, remedy) = flaw.Severity is Severity.Error ? Misshapen(flaw, list) : Doubtful(flaw, list);
        return new(FieldIds.Numbers, flaw.Severity, Plural.Of(numbers.Count, one, many), remedy);
    }

    private static (string One, string Many, string Remedy) Misshapen(NumberFlaw flaw, string list) => flaw switch
    {
        NumberFlaw.NoPlus => ($"{list} needs a country code.", $"{list} need a country code.", "Add a plus and the country code, like +14155550100."),
        NumberFlaw.Prefix => ($"{list} starts with a prefix like 00 or 011.", $"{list} start with a prefix like 00 or 011.", "Use a plus instead of the prefix."),
        NumberFlaw.ZeroCode => (
            $"{list} has a country code that starts with zero.", $"{list} have a country code that starts with zero.", "Put the country code right after the plus."),
        NumberFlaw.ZeroInBrackets => ($"{list} has a zero in brackets.", $"{list} have a zero in brackets.", "Leave it out: it's dialled only inside the country."),
        NumberFlaw.Letters => ($"{list} isn't a phone number.", $"{list} aren't phone numbers.", "Use digits with a country code and no letters, like +14155550100."),
        NumberFlaw.Extension => ($"{list} has an extension.", $"{list} have an extension.", "Leave the extension out: a trunk carries whole numbers."),
        NumberFlaw.Link => ($"{list} is a link, not a phone number.", $"{list} are links, not phone numbers.", "Enter just the number, like +14155550100."),
        NumberFlaw.TwoNumbers => ($"{list} is more than one number.", $"{list} are more than one number each.", "Put a comma or a line break between numbers."),
        NumberFlaw.OddCharacters => ($"{list} isn't a phone number.", $"{list} aren't phone numbers.", "Use only a plus and the digits 0 to 9."),
        NumberFlaw.TooManyDigits => ($"{list} has more than 15 digits.", $"{list} have more than 15 digits.", "Check it: no phone number in the world has more."),
        NumberFlaw.Incomplete => (
            $"{list} isn't a complete phone number.", $"{list} aren't complete phone numbers.", "Enter the plus, the country code and the number, like +14155550100."),
        _ => throw Unknown(flaw),
    };

    private static (string One, string Many, string Remedy) Doubtful(NumberFlaw flaw, string list) => flaw switch
    {
        NumberFlaw.UnknownCountry => ($"{list} has a country code that no country has.", $"{list} have a country code that no country has.", "Check the digits after the plus."),
        NumberFlaw.TooShort => ($"{list} is too short for its country.", $"{list} are too short for their country.", "Check that no digits are missing."),
        NumberFlaw.TooLong => ($"{list} is too long for its country.", $"{list} are too long for their country.", "Check that there are no digits too many."),
        NumberFlaw.LocalOnly => ($"{list} can be dialled only locally.", $"{list} can be dialled only locally.", "Add the area code."),
        NumberFlaw.WrongLength => ($"{list} has an unusual length for its country.", $"{list} have an unusual length for their country.", "Check the digits."),
        NumberFlaw.Unassigned => (
            $"{list} isn't in a range that is given to customers.", $"{list} aren't in a range that is given to customers.",
            "Check the digits, or submit anyway if your carrier assigned it."),
        NumberFlaw.ExtraZero => (
            $"{list} has a zero after the country code that is dialled only inside the country.",
            $"{list} have a zero after the country code that is dialled only inside the country.",
            "Check with your carrier, and leave the zero out if it isn't part of the number."),
        NumberFlaw.Global => (
            $"{list} is a satellite or global number, which belongs to no country.", $"{list} are satellite or global numbers, which belong to no country.",
            "Calls with these can be very expensive, so the approver will want to know why."),
        NumberFlaw.Premium => (
            $"{list} is a premium-rate number.", $"{list} are premium-rate numbers.",
            "Most carriers block these and fraud uses them, so the approver will want to know why."),
        NumberFlaw.SharedCost => ($"{list} is a shared-cost number.", $"{list} are shared-cost numbers.", "Check that your carrier takes it: many block these."),
        NumberFlaw.TollFree => (
            $"{list} is a toll-free number used for calling out.", $"{list} are toll-free numbers used for calling out.",
            "Check that your carrier can show it as the caller."),
        _ => throw Unknown(flaw),
    };

    private static ArgumentOutOfRangeException Unknown(NumberFlaw flaw) => new(nameof(flaw), flaw, "NumberTexts has no sentence for this flaw.");

    private static Finding NumberError(string reason, string remedy) => Finding.Error(FieldIds.Numbers, reason, remedy);
}
