using TrunkBot.Trunks.Fields.Hosts;

namespace TrunkBot.Trunks.Fields;

/// <summary>What is said about a field: what it is called, what is wrong with its value, what was mended, what was probably meant.</summary>
internal static class FieldTexts
{
    // Labels, and what stands before a colon.
    public const string Name = "Name", Host = "Host", Direction = "Direction", Numbers = "Numbers", Username = "Username", Password = "Password";

    public const string HiddenPassword = "•••";

    private const string CopyAgain = "Copy it again from the carrier's console.", PublicHost = "Enter the carrier's public host.";

    public static string Title(string field) => field switch
    {
        FieldIds.Name => Name,
        FieldIds.Domain => Host,
        FieldIds.Direction => Direction,
        FieldIds.Numbers => Numbers,
        FieldIds.Username => Username,
        _ => Password,
    };

    public static string Line(Finding finding) => $"{Title(finding.Field)}: {finding.Reason} {finding.Remedy}".TrimEnd();

    public static string ToChange(Finding finding) => $"{Change(finding.Field)}: {finding.Reason} {finding.Remedy}";

    public static string ToCheck(Finding finding) => $"{Check(finding.Field)}: {finding.Reason} {finding.Remedy}";

    private static string Change(string field) => field switch
    {
        FieldIds.Name => "Change the name",
        FieldIds.Domain => "Change the host",
        FieldIds.Direction => "Change the direction",
        FieldIds.Numbers => "Change the numbers",
        FieldIds.Username => "Change the username",
        _ => "Change the password",
    };

    private static string Check(string field) => field switch
    {
        FieldIds.Name => "Check the name",
        FieldIds.Domain => "Check the host",
        FieldIds.Direction => "Check the direction",
        FieldIds.Numbers => "Check the numbers",
        FieldIds.Username => "Check the username",
        _ => "Check the password",
    };

    /// <summary>How much there is to do about a form.</summary>
    public static string Count(int errors, int warnings) => (errors, warnings) switch
    {
        (0, _) => Plural.Of(
            warnings,
            "1 warning. Change it, or submit anyway: the approver will see it.",
            $"{warnings} warnings. Change them, or submit anyway: the approver will see them."),
        (_, 0) => ThingsToChange(errors),
        _ => $"{ThingsToChange(errors)} {ThingsToCheck(warnings)}",
    };

    private static string ThingsToChange(int errors) => Plural.Of(errors, "1 thing to change.", $"{errors} things to change.");
    private static string ThingsToCheck(int warnings) => Plural.Of(warnings, "1 thing to check.", $"{warnings} things to check.");

    /// <summary>A list that shows only its first values.</summary>
    public static string AndMore(string shown, int more) => $"{shown} and {more} more";

    public static string DidYouMean(string value) => $"Did you mean {Echo.Quoted(value, longest: 120)}?";

    // The name.
    public static Finding NoName { get; } = NameError("The trunk has no name.", "Enter one with 3 characters or more, like the carrier's name.");
    public static Finding NameBroken { get; } = NameError("The name has a character that can't be read.", "Type it again.");

    public static Finding NameHidden { get; } = NameError("The name has a line break or an invisible character in it.", "Type it again on one line instead of pasting it.");

    public static Finding NameShort(int shortest) => NameError(
        Plural.Of(shortest, "The name is shorter than 1 character.", $"The name is shorter than {shortest} characters."), "Enter a longer one.");

    public static Finding NameLong(int longest) => NameError(
        Plural.Of(longest, "The name is longer than 1 character.", $"The name is longer than {longest} characters."), "Shorten it.");

    // The direction.
    public const string ChooseDirection = "Choose a direction: inbound (calls to you) or outbound (calls you make).";

    public static Finding NoDirection { get; } = DirectionError("The trunk has no direction.", ChooseDirection);
    public static Finding NotADirection { get; } = DirectionError("This isn't a direction.", ChooseDirection);

    public static Finding BothDirections { get; } = DirectionError(
        "A trunk has one direction.", "Ask for two trunks, one inbound and one outbound, with different passwords.");

    /// <summary>A carrier's word for the direction.</summary>
    public static Finding OtherWord(string direction) =>
        DirectionError("A direction is inbound or outbound.", DidYouMean(direction)) with { Suggestion = direction };

    public static Finding DirectionBecomes(string typed, string direction) => Finding.Note(FieldIds.Direction, $"{Echo.Quoted(typed)} will be sent as {direction}.");

    // The host.
    public static Finding NoHost { get; } = HostError("The host is missing.", "Enter the carrier's host, like example.pstn.twilio.com.");
    public static Finding NotAHost { get; } = HostError("This isn't a host.", CopyAgain);

    public static Finding HostHidden { get; } = HostError("The host has a line break or an invisible character in it.", "Type it again instead of pasting it.");

    public static Finding WholeAddress { get; } = HostError(
        "This is a whole address.", "Enter just the host, like sip.example.com, without sip: or anything after it.");

    public static Finding HasPort { get; } = HostError("The host has a port.", "Leave the port out.");
    public static Finding BadPort { get; } = HostError("The port isn't a number from 1 to 65535.", "SIP uses 5060, or 5061 with TLS.");

    public static Finding Reserved(ReservedRange range) => HostError(Where(range), PublicHost);

    private static string Where(ReservedRange range) => range switch
    {
        ReservedRange.ThisMachine => "This address means the machine itself, so no carrier answers there.",
        ReservedRange.PrivateNetworks => "This address works only inside a private network.",
        ReservedRange.CarrierNetworks => "This address works only inside a carrier's own network.",
        ReservedRange.LocalLink => "This address works only on a local link.",
        ReservedRange.Documentation => "This address is for documentation only.",
        ReservedRange.Tests => "This address is for tests only.",
        ReservedRange.Multicast => "This address is for multicast, not for one host.",
        ReservedRange.WrapsIPv4 => "This IPv6 address only wraps an IPv4 address.",
        _ => "This address is reserved, so no carrier answers there.",
    };

    public static Finding HostIsAddress { get; } = HostWarning(
        "The host is an IP address, not a name.", "Carriers change their addresses, so use the name if there is one.");

    public static Finding BadLetters { get; } = HostError("The host has letters that hosts can't have.", "Enter it as the carrier's console shows it.");
    public static Finding NotDecoded { get; } = HostError("The host has a part with xn-- that can't be decoded.", CopyAgain);

    public static Finding Mixed(string unicode, string ascii) => HostWarning(
        $"{Echo.Quoted(unicode)} mixes letters of different alphabets that look alike, and will be sent as {Echo.Quoted(ascii)}.",
        "Check that this is the carrier's host and not an imitation.");

    public static Finding Encoded(string unicode, string ascii) => HostWarning(
        $"{Echo.Quoted(unicode)} has letters outside a to z, and will be sent as {Echo.Quoted(ascii)}.", "Check that this is the carrier's host.");

    public static Finding PrivateEnding { get; } = HostError("The host has an ending that isn't used on the public internet.", PublicHost);

    public static Finding Documented(string host) => HostWarning(
        $"{Echo.Quoted(host)} is from documentation, and no carrier answers there.", "Enter the carrier's host, unless this is only a trial.");

    public static Finding HostLong(int longest) => HostError(
        Plural.Of(longest, "The host is longer than 1 character.", $"The host is longer than {longest} characters."), CopyAgain);

    public static Finding PartLong(int longest) => HostError(
        Plural.Of(longest, "A part of the host is longer than 1 character.", $"A part of the host is longer than {longest} characters."), CopyAgain);

    public static Finding Underscore { get; } = HostError(
        "The host has an underscore, which hosts can't have.", "Underscores belong to service records. Enter the host that the carrier names.");

    public static Finding DotTooMany { get; } = HostError("The host has a dot too many.", "Put exactly one dot between its parts.");
    public static Finding DashAtTheEnd { get; } = HostError("A part of the host begins or ends with a dash.", "Remove the dash.");

    public static Finding NeitherNameNorAddress { get; } = HostError(
        "The host is neither a name nor an IP address.", "Enter a name like sip.example.com, or an IP address like 198.51.100.7.");

    public static Finding OnePart { get; } = HostError(
        "The host has only one part, so it works only inside one network.", "Enter the full name, with its dots.");

    public static Finding SpaceInHost { get; } = BadSign("The host has a space in it.");
    public static Finding SeveralHosts { get; } = BadSign("This is more than one host, and a trunk has one.");
    public static Finding Star { get; } = BadSign("A star doesn't name one host.");
    public static Finding OtherSign { get; } = BadSign("The host has a character that hosts can't have.");

    private static Finding BadSign(string reason) => HostError(reason, "Use only letters, digits, dashes and dots.");

    public static Finding VideoSdkSide(string host) => HostWarning(
        $"{Echo.Quoted(host)} is VideoSDK's side of a trunk.", "Enter the carrier's host here, and VideoSDK's at the carrier.");

    /// <param name="host">What was entered.</param>
    /// <param name="carrier">Whose it is.</param>
    /// <param name="example">A host of a trunk there.</param>
    /// <param name="where">A sentence: where its console shows it.</param>
    public static Finding OtherHostOf(string host, string carrier, string example, string where) => HostWarning(
        $"{Echo.Quoted(host)} belongs to {carrier}, but its trunks have other hosts.", $"Enter one like {example}: {where}");

    public static Finding Imitation(string host, string carrier, string example) => HostWarning(
        $"{Echo.Quoted(host)} has the name of {carrier} in it, but isn't one of its hosts.", $"Check that it isn't an imitation. A real one looks like {example}.");

    public static Finding UnknownCarrier(string host) => HostWarning(
        $"{Echo.Quoted(host)} isn't a host of a carrier that TrunkBot knows.", "Check it letter by letter against the carrier's console.");

    public static Finding HostBecomes(string host) => Finding.Note(FieldIds.Domain, $"Only the host will be sent: {Echo.Quoted(host, longest: 120)}.");

    // The username, and what carriers take.
    public static Finding NoUsername { get; } = UsernameError("The username is missing.", "Enter the one that the carrier shows for this trunk.");

    public static Finding Colon { get; } = UsernameError(
        "The username has a colon, which SIP can't carry.", "Enter the part before the colon, or change the username at the carrier.");

    public static Finding Quote { get; } = UsernameError("The username has a quote or a backslash, which SIP can't carry.", "Change it at the carrier.");
    public static Finding SpaceInUsername { get; } = UsernameError("The username has a space in it.", "Enter it without spaces, as the carrier shows it.");

    public static Finding UsernameNotAscii { get; } = UsernameError(
        "The username has a character outside plain ASCII.", "Type it again with plain letters, digits and signs.");

    public static Finding UsernameLong(int longest) => UsernameError(
        Plural.Of(longest, "The username is longer than 1 character.", $"The username is longer than {longest} characters."), "Check that you pasted only the username.");

    public static Finding UsernamesUpTo(int most, string carrier) => AtCarrier(FieldIds.Username, carrier, Plural.Of(
        most, $"Usernames at {carrier} have 1 character at most.", $"Usernames at {carrier} have {most} characters at most."));

    public static Finding UsernamesFrom(int least, string carrier) => AtCarrier(FieldIds.Username, carrier, Plural.Of(
        least, $"Usernames at {carrier} have at least 1 character.", $"Usernames at {carrier} have at least {least} characters."));

    public static Finding PasswordsUpTo(int most, string carrier) => AtCarrier(FieldIds.Password, carrier, Plural.Of(
        most, $"Passwords at {carrier} have 1 character at most.", $"Passwords at {carrier} have {most} characters at most."));

    public static Finding PasswordsFrom(int least, string carrier) => AtCarrier(FieldIds.Password, carrier, Plural.Of(
        least, $"Passwords at {carrier} have at least 1 character.", $"Passwords at {carrier} have at least {least} characters."));

    public static Finding PasswordsWithSign(string carrier) => AtCarrier(
        FieldIds.Password, carrier, $"Passwords at {carrier} have at least one sign that is neither a letter nor a digit.");

    public static Finding NoCredentials(string carrier, string direction) => Finding.Warning(
        FieldIds.Username,
        direction is TrunkDirection.Inbound
            ? $"{carrier} sends no username and password with inbound calls."
            : $"{carrier} sends no username and password with outbound calls.",
        "Have its calls recognised by IP address too, or they will be refused.");

    /// <summary>The password that was kept went with another host or username.</summary>
    public static Finding PasswordOfAnother { get; } = Finding.Error(FieldIds.Password, PasswordDropped, "Enter the password that goes with the new values.");

    public const string PasswordDropped = "The host or username has changed, so I dropped the password you entered before.";

    // The numbers.
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
        _ => (
            $"{list} isn't a complete phone number.", $"{list} aren't complete phone numbers.", "Enter the plus, the country code and the number, like +14155550100."),
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
        _ => (
            $"{list} is a toll-free number used for calling out.", $"{list} are toll-free numbers used for calling out.",
            "Check that your carrier can show it as the caller."),
    };

    private static Finding AtCarrier(string field, string carrier, string reason) => Finding.Warning(field, reason, $"Check it in the console of {carrier}.");

    private static Finding NameError(string reason, string remedy) => Finding.Error(FieldIds.Name, reason, remedy);
    private static Finding DirectionError(string reason, string remedy) => Finding.Error(FieldIds.Direction, reason, remedy);
    private static Finding HostError(string reason, string remedy) => Finding.Error(FieldIds.Domain, reason, remedy);
    private static Finding HostWarning(string reason, string remedy) => Finding.Warning(FieldIds.Domain, reason, remedy);
    private static Finding UsernameError(string reason, string remedy) => Finding.Error(FieldIds.Username, reason, remedy);
    private static Finding NumberError(string reason, string remedy) => Finding.Error(FieldIds.Numbers, reason, remedy);
}
