namespace TrunkBot.Trunks.Fields;

/// <summary>What can be wrong with a number.</summary>
internal enum NumberFlaw
{
    NoPlus,
    Prefix,
    ZeroCode,
    ZeroInBrackets,
    Letters,
    Extension,
    Link,
    TwoNumbers,
    OddCharacters,
    Incomplete,
    TooManyDigits,

    // From here on it is what the numbering plans say, which are never the newest.
    UnknownCountry,
    TooShort,
    TooLong,
    LocalOnly,
    WrongLength,
    Unassigned,
    ExtraZero,
    Global,
    Premium,
    SharedCost,
    TollFree,
}

internal static class NumberFlaws
{
    extension(NumberFlaw flaw)
    {
        public Severity Severity => flaw < NumberFlaw.UnknownCountry ? Severity.Error : Severity.Warning;
    }
}
