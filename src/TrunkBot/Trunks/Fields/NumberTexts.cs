using TrunkBot.Languages;

namespace TrunkBot.Trunks.Fields;

/// <summary>What is said about the numbers.</summary>
internal static class NumberTexts
{
    public static Finding NoNumber => NumberError(Say.It("The trunk has no numbers."), Say.It("Enter at least one with its plus and country code, like +14155550100."));

    public static Finding TooManyNumbers(int count, int most) => NumberError(
        Plural.Of(
            most,
            Say.It($"One trunk can have 1 number, and there are {count} here."),
            Say.It($"One trunk can have {most} numbers at most, and there are {count} here.")), Say.It("Spread them over several trunks."));

    public static Finding Repeated(IReadOnlyList<string> numbers) => Finding.Warning(
        FieldIds.Numbers, Plural.Of(numbers.Count, Say.It($"{Echo.List(numbers)} is there more than once."), Say.It($"{Echo.List(numbers)} are there more than once.")), Say.It("Each number is sent once."));

    public static Finding NumberBecomes(string typed, string number) => Finding.Note(FieldIds.Numbers, Say.It($"{Echo.Quoted(typed)} will be sent as {number}."));

    /// <summary>What is wrong with these numbers, each of which has the same flaw.</summary>
    public static Finding Flawed(NumberFlaw flaw, IReadOnlyList<string> numbers)
    {
        var list = Echo.List(numbers);
        var (one, many, remedy) = flaw.Severity is Severity.Error ? Misshapen(flaw, list) : Doubtful(flaw, list);
        return new(FieldIds.Numbers, flaw.Severity, Plural.Of(numbers.Count, one, many), remedy);
    }

    private static (string One, string Many, string Remedy) Misshapen(NumberFlaw flaw, string list) => flaw switch
    {
        NumberFlaw.NoPlus => (Say.It($"{list} needs a country code."), Say.It($"{list} need a country code."), Say.It("Add a plus and the country code, like +14155550100.")),
        NumberFlaw.Prefix => (Say.It($"{list} starts with a prefix like 00 or 011."), Say.It($"{list} start with a prefix like 00 or 011."), Say.It("Use a plus instead of the prefix.")),
        NumberFlaw.ZeroCode => (
            Say.It($"{list} has a country code that starts with zero."), Say.It($"{list} have a country code that starts with zero."), Say.It("Put the country code right after the plus.")),
        NumberFlaw.ZeroInBrackets => (Say.It($"{list} has a zero in brackets."), Say.It($"{list} have a zero in brackets."), Say.It("Leave it out: it's dialled only inside the country.")),
        NumberFlaw.Letters => (Say.It($"{list} isn't a phone number."), Say.It($"{list} aren't phone numbers."), Say.It("Use digits with a country code and no letters, like +14155550100.")),
        NumberFlaw.Extension => (Say.It($"{list} has an extension."), Say.It($"{list} have an extension."), Say.It("Leave the extension out: a trunk carries whole numbers.")),
        NumberFlaw.Link => (Say.It($"{list} is a link, not a phone number."), Say.It($"{list} are links, not phone numbers."), Say.It("Enter just the number, like +14155550100.")),
        NumberFlaw.TwoNumbers => (Say.It($"{list} is more than one number."), Say.It($"{list} are more than one number each."), Say.It("Put a comma or a line break between numbers.")),
        NumberFlaw.OddCharacters => (Say.It($"{list} isn't a phone number."), Say.It($"{list} aren't phone numbers."), Say.It("Use only a plus and the digits 0 to 9.")),
        NumberFlaw.TooManyDigits => (Say.It($"{list} has more than 15 digits."), Say.It($"{list} have more than 15 digits."), Say.It("Check it: no phone number in the world has more.")),
        NumberFlaw.Incomplete => (
            Say.It($"{list} isn't a complete phone number."), Say.It($"{list} aren't complete phone numbers."), Say.It("Enter the plus, the country code and the number, like +14155550100.")),
        _ => throw Unknown(flaw),
    };

    private static (string One, string Many, string Remedy) Doubtful(NumberFlaw flaw, string list) => flaw switch
    {
        NumberFlaw.UnknownCountry => (Say.It($"{list} has a country code that no country has."), Say.It($"{list} have a country code that no country has."), Say.It("Check the digits after the plus.")),
        NumberFlaw.TooShort => (Say.It($"{list} is too short for its country."), Say.It($"{list} are too short for their country."), Say.It("Check that no digits are missing.")),
        NumberFlaw.TooLong => (Say.It($"{list} is too long for its country."), Say.It($"{list} are too long for their country."), Say.It("Check that there are no digits too many.")),
        NumberFlaw.LocalOnly => (Say.It($"{list} can be dialled only locally."), Say.It($"{list} can be dialled only locally."), Say.It("Add the area code.")),
        NumberFlaw.WrongLength => (Say.It($"{list} has an unusual length for its country."), Say.It($"{list} have an unusual length for their country."), Say.It("Check the digits.")),
        NumberFlaw.Unassigned => (
            Say.It($"{list} isn't in a range that is given to customers."), Say.It($"{list} aren't in a range that is given to customers."),
            Say.It("Check the digits, or submit anyway if your carrier assigned it.")),
        NumberFlaw.ExtraZero => (
            Say.It($"{list} has a zero after the country code that is dialled only inside the country."),
            Say.It($"{list} have a zero after the country code that is dialled only inside the country."),
            Say.It("Check with your carrier, and leave the zero out if it isn't part of the number.")),
        NumberFlaw.Global => (
            Say.It($"{list} is a satellite or global number, which belongs to no country."), Say.It($"{list} are satellite or global numbers, which belong to no country."),
            Say.It("Calls with these can be very expensive, so the approver will want to know why.")),
        NumberFlaw.Premium => (
            Say.It($"{list} is a premium-rate number."), Say.It($"{list} are premium-rate numbers."),
            Say.It("Most carriers block these and fraud uses them, so the approver will want to know why.")),
        NumberFlaw.SharedCost => (Say.It($"{list} is a shared-cost number."), Say.It($"{list} are shared-cost numbers."), Say.It("Check that your carrier takes it: many block these.")),
        NumberFlaw.TollFree => (
            Say.It($"{list} is a toll-free number used for calling out."), Say.It($"{list} are toll-free numbers used for calling out."),
            Say.It("Check that your carrier can show it as the caller.")),
        _ => throw Unknown(flaw),
    };

    private static ArgumentOutOfRangeException Unknown(NumberFlaw flaw) => new(nameof(flaw), flaw, "NumberTexts has no sentence for this flaw.");

    private static Finding NumberError(string reason, string remedy) => Finding.Error(FieldIds.Numbers, reason, remedy);
}
