using TrunkBot.Languages;
using TrunkBot.Trunks.Fields.Hosts;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Fields;

/// <summary>What is said about a field: what it is called, what is wrong with its value, what was mended, what was probably meant. Of numbers: <see cref="NumberTexts"/>.</summary>
internal static class FieldTexts
{
    // Labels, and what stands before a colon.
    public static string Name => Say.It("Name");
    public static string Host => Say.It("Host");
    public static string Direction => Say.It("Direction");
    public static string Numbers => Say.It("Numbers");
    public static string Username => Say.It("Username");
    public static string Password => Say.It("Password");

    public const string HiddenPassword = "•••";

    private static string CopyAgain => Say.It("Copy it again from the carrier's console.");
    private static string PublicHost => Say.It("Enter the carrier's public host.");

    public static string Title(string field) => field switch
    {
        FieldIds.Name => Name,
        FieldIds.Domain => Host,
        FieldIds.Direction => Direction,
        FieldIds.Numbers => Numbers,
        FieldIds.Username => Username,
        FieldIds.Password => Password,
        _ => throw Unknown(field),
    };

    public static string Line(Finding finding) => $"{Title(finding.Field)}: {finding.Reason} {finding.Remedy}".TrimEnd();

    public static string ToChange(Finding finding) => $"{Change(finding.Field)}: {finding.Reason} {finding.Remedy}";

    public static string ToCheck(Finding finding) => $"{Check(finding.Field)}: {finding.Reason} {finding.Remedy}";

    private static string Change(string field) => field switch
    {
        FieldIds.Name => Say.It("Change the name"),
        FieldIds.Domain => Say.It("Change the host"),
        FieldIds.Direction => Say.It("Change the direction"),
        FieldIds.Numbers => Say.It("Change the numbers"),
        FieldIds.Username => Say.It("Change the username"),
        FieldIds.Password => Say.It("Change the password"),
        _ => throw Unknown(field),
    };

    private static string Check(string field) => field switch
    {
        FieldIds.Name => Say.It("Check the name"),
        FieldIds.Domain => Say.It("Check the host"),
        FieldIds.Direction => Say.It("Check the direction"),
        FieldIds.Numbers => Say.It("Check the numbers"),
        FieldIds.Username => Say.It("Check the username"),
        FieldIds.Password => Say.It("Check the password"),
        _ => throw Unknown(field),
    };

    /// <summary>How much there is to do about a form.</summary>
    public static string Count(int errors, int warnings) => (errors, warnings) switch
    {
        (0, _) => Plural.Of(
            warnings,
            Say.It("1 warning. Change it, or submit anyway: the approver will see it."),
            Say.It($"{warnings} warnings. Change them, or submit anyway: the approver will see them.")),
        (_, 0) => ThingsToChange(errors),
        _ => $"{ThingsToChange(errors)} {ThingsToCheck(warnings)}",
    };

    private static string ThingsToChange(int errors) => Plural.Of(errors, Say.It("1 thing to change."), Say.It($"{errors} things to change."));
    private static string ThingsToCheck(int warnings) => Plural.Of(warnings, Say.It("1 thing to check."), Say.It($"{warnings} things to check."));

    /// <summary>A list that shows only its first values.</summary>
    public static string AndMore(string shown, int more) => Say.It($"{shown} and {more} more");

    public static string DidYouMean(string value) => Meant(Echo.Quoted(value, longest: 120));

    private static string Meant(string quoted) => Say.It($"Did you mean {quoted}?");

    // The name.
    public static Finding NoName => NameError(Say.It("The trunk has no name."), Say.It("Enter one with 3 characters or more, like the carrier's name."));
    public static Finding NameBroken => NameError(Say.It("The name has a character that can't be read."), Say.It("Type it again."));

    public static Finding NameHidden => NameError(Say.It("The name has a line break or an invisible character in it."), Say.It("Type it again on one line instead of pasting it."));

    public static Finding NameShort(int shortest) => NameError(
        Plural.Of(shortest, Say.It("The name is shorter than 1 character."), Say.It($"The name is shorter than {shortest} characters.")), Say.It("Enter a longer one."));

    public static Finding NameLong(int longest) => NameError(
        Plural.Of(longest, Say.It("The name is longer than 1 character."), Say.It($"The name is longer than {longest} characters.")), Say.It("Shorten it."));

    // The direction.
    public static string ChooseDirection => Say.It("Choose a direction: inbound (calls to you) or outbound (calls you make).");

    public static Finding NoDirection => DirectionError(Say.It("The trunk has no direction."), ChooseDirection);
    public static Finding NotADirection => DirectionError(Say.It("This isn't a direction."), ChooseDirection);

    public static Finding BothDirections => DirectionError(
        Say.It("A trunk has one direction."), Say.It("Ask for two trunks, one inbound and one outbound, with different passwords."));

    /// <summary>A carrier's word for the direction.</summary>
    public static Finding OtherWord(string direction) =>
        DirectionError(Say.It("A direction is inbound or outbound."), Meant($"“{TrunkDirection.Said(direction)}”")) with { Suggestion = direction };

    public static Finding DirectionBecomes(string typed, string direction) => Finding.Note(FieldIds.Direction, Say.It($"{Echo.Quoted(typed)} will be sent as {TrunkDirection.Said(direction)}."));

    // The host.
    public static Finding NoHost => HostError(Say.It("The host is missing."), Say.It("Enter the carrier's host, like example.pstn.twilio.com."));
    public static Finding NotAHost => HostError(Say.It("This isn't a host."), CopyAgain);

    public static Finding HostHidden => HostError(Say.It("The host has a line break or an invisible character in it."), Say.It("Type it again instead of pasting it."));

    public static Finding WholeAddress => HostError(
        Say.It("This is a whole address."), Say.It("Enter just the host, like sip.example.com, without sip: or anything after it."));

    public static Finding HasPort => HostError(Say.It("The host has a port."), Say.It("Leave the port out."));
    public static Finding BadPort => HostError(Say.It("The port isn't a number from 1 to 65535."), Say.It("SIP uses 5060, or 5061 with TLS."));

    public static Finding Reserved(ReservedRange range) => HostError(Where(range), PublicHost);

    private static string Where(ReservedRange range) => range switch
    {
        ReservedRange.ThisMachine => Say.It("This address means the machine itself, so no carrier answers there."),
        ReservedRange.PrivateNetworks => Say.It("This address works only inside a private network."),
        ReservedRange.CarrierNetworks => Say.It("This address works only inside a carrier's own network."),
        ReservedRange.LocalLink => Say.It("This address works only on a local link."),
        ReservedRange.Documentation => Say.It("This address is for documentation only."),
        ReservedRange.Tests => Say.It("This address is for tests only."),
        ReservedRange.Multicast => Say.It("This address is for multicast, not for one host."),
        ReservedRange.WrapsIPv4 => Say.It("This IPv6 address only wraps an IPv4 address."),
        _ => Say.It("This address is reserved, so no carrier answers there."),
    };

    public static Finding HostIsAddress => HostWarning(
        Say.It("The host is an IP address, not a name."), Say.It("Carriers change their addresses, so use the name if there is one."));

    public static Finding BadLetters => HostError(Say.It("The host has letters that hosts can't have."), Say.It("Enter it as the carrier's console shows it."));
    public static Finding NotDecoded => HostError(Say.It("The host has a part with xn-- that can't be decoded."), CopyAgain);

    public static Finding Mixed(string unicode, string ascii) => HostWarning(
        Say.It($"{Echo.Quoted(unicode)} mixes letters of different alphabets that look alike, and will be sent as {Echo.Quoted(ascii)}."),
        Say.It("Check that this is the carrier's host and not an imitation."));

    public static Finding Encoded(string unicode, string ascii) => HostWarning(
        Say.It($"{Echo.Quoted(unicode)} has letters outside a to z, and will be sent as {Echo.Quoted(ascii)}."), Say.It("Check that this is the carrier's host."));

    public static Finding PrivateEnding => HostError(Say.It("The host has an ending that isn't used on the public internet."), PublicHost);

    public static Finding Documented(string host) => HostWarning(
        Say.It($"{Echo.Quoted(host)} is from documentation, and no carrier answers there."), Say.It("Enter the carrier's host, unless this is only a trial."));

    public static Finding HostLong(int longest) => HostError(
        Plural.Of(longest, Say.It("The host is longer than 1 character."), Say.It($"The host is longer than {longest} characters.")), CopyAgain);

    public static Finding PartLong(int longest) => HostError(
        Plural.Of(longest, Say.It("A part of the host is longer than 1 character."), Say.It($"A part of the host is longer than {longest} characters.")), CopyAgain);

    public static Finding Underscore => HostError(
        Say.It("The host has an underscore, which hosts can't have."), Say.It("Underscores belong to service records. Enter the host that the carrier names."));

    public static Finding DotTooMany => HostError(Say.It("The host has a dot too many."), Say.It("Put exactly one dot between its parts."));
    public static Finding DashAtTheEnd => HostError(Say.It("A part of the host begins or ends with a dash."), Say.It("Remove the dash."));

    public static Finding NeitherNameNorAddress => HostError(
        Say.It("The host is neither a name nor an IP address."), Say.It("Enter a name like sip.example.com, or an IP address like 198.51.100.7."));

    public static Finding OnePart => HostError(
        Say.It("The host has only one part, so it works only inside one network."), Say.It("Enter the full name, with its dots."));

    public static Finding SpaceInHost => BadSign(Say.It("The host has a space in it."));
    public static Finding SeveralHosts => BadSign(Say.It("This is more than one host, and a trunk has one."));
    public static Finding Star => BadSign(Say.It("A star doesn't name one host."));
    public static Finding OtherSign => BadSign(Say.It("The host has a character that hosts can't have."));

    private static Finding BadSign(string reason) => HostError(reason, Say.It("Use only letters, digits, dashes and dots."));

    public static Finding VideoSdkSide(string host) => HostWarning(
        Say.It($"{Echo.Quoted(host)} is VideoSDK's side of a trunk."), Say.It("Enter the carrier's host here, and VideoSDK's at the carrier."));

    /// <param name="host">What was entered.</param>
    /// <param name="carrier">Whose it is.</param>
    /// <param name="example">A host of a trunk there.</param>
    /// <param name="where">A sentence: where its console shows it.</param>
    public static Finding OtherHostOf(string host, string carrier, string example, string where) => HostWarning(
        Say.It($"{Echo.Quoted(host)} belongs to {carrier}, but its trunks have other hosts."), Say.It($"Enter one like {example}: {where}"));

    public static Finding Imitation(string host, string carrier, string example) => HostWarning(
        Say.It($"{Echo.Quoted(host)} has the name of {carrier} in it, but isn't one of its hosts."), Say.It($"Check that it isn't an imitation. A real one looks like {example}."));

    public static Finding UnknownCarrier(string host) => HostWarning(
        Say.It($"{Echo.Quoted(host)} isn't a host of a carrier that TrunkBot knows."), Say.It("Check it letter by letter against the carrier's console."));

    public static Finding HostBecomes(string host) => Finding.Note(FieldIds.Domain, Say.It($"Only the host will be sent: {Echo.Quoted(host, longest: 120)}."));

    // The username, and what carriers take.
    public static Finding NoUsername => UsernameError(Say.It("The username is missing."), Say.It("Enter the one that the carrier shows for this trunk."));

    public static Finding Colon => UsernameError(
        Say.It("The username has a colon, which SIP can't carry."), Say.It("Enter the part before the colon, or change the username at the carrier."));

    public static Finding Quote => UsernameError(Say.It("The username has a quote or a backslash, which SIP can't carry."), Say.It("Change it at the carrier."));
    public static Finding SpaceInUsername => UsernameError(Say.It("The username has a space in it."), Say.It("Enter it without spaces, as the carrier shows it."));

    public static Finding UsernameNotAscii => UsernameError(
        Say.It("The username has a character outside plain ASCII."), Say.It("Type it again with plain letters, digits and signs."));

    public static Finding UsernameLong(int longest) => UsernameError(
        Plural.Of(longest, Say.It("The username is longer than 1 character."), Say.It($"The username is longer than {longest} characters.")), Say.It("Check that you pasted only the username."));

    public static Finding UsernamesUpTo(int most, string carrier) => AtCarrier(FieldIds.Username, carrier, Plural.Of(
        most, Say.It($"Usernames at {carrier} have 1 character at most."), Say.It($"Usernames at {carrier} have {most} characters at most.")));

    public static Finding UsernamesFrom(int least, string carrier) => AtCarrier(FieldIds.Username, carrier, Plural.Of(
        least, Say.It($"Usernames at {carrier} have at least 1 character."), Say.It($"Usernames at {carrier} have at least {least} characters.")));

    public static Finding PasswordsUpTo(int most, string carrier) => AtCarrier(FieldIds.Password, carrier, Plural.Of(
        most, Say.It($"Passwords at {carrier} have 1 character at most."), Say.It($"Passwords at {carrier} have {most} characters at most.")));

    public static Finding PasswordsFrom(int least, string carrier) => AtCarrier(FieldIds.Password, carrier, Plural.Of(
        least, Say.It($"Passwords at {carrier} have at least 1 character."), Say.It($"Passwords at {carrier} have at least {least} characters.")));

    public static Finding PasswordsWithSign(string carrier) => AtCarrier(
        FieldIds.Password, carrier, Say.It($"Passwords at {carrier} have at least one sign that is neither a letter nor a digit."));

    public static Finding NoCredentials(string carrier, string direction) => Finding.Warning(
        FieldIds.Username,
        direction is TrunkDirection.Inbound
            ? Say.It($"{carrier} sends no username and password with inbound calls.")
            : Say.It($"{carrier} sends no username and password with outbound calls."),
        Say.It("Have its calls recognised by IP address too, or they will be refused."));

    /// <summary>The password that was kept went with another host or username.</summary>
    public static Finding PasswordOfAnother => Finding.Error(FieldIds.Password, PasswordDropped, Say.It("Enter the password that goes with the new values."));

    public static string PasswordDropped => Say.It("The host or username has changed, so I dropped the password you entered before.");

    private static ArgumentOutOfRangeException Unknown(string field) => new(nameof(field), field, "FieldTexts doesn't name this field.");

    private static Finding AtCarrier(string field, string carrier, string reason) => Finding.Warning(field, reason, Say.It($"Check it in the console of {carrier}."));

    private static Finding NameError(string reason, string remedy) => Finding.Error(FieldIds.Name, reason, remedy);
    private static Finding DirectionError(string reason, string remedy) => Finding.Error(FieldIds.Direction, reason, remedy);
    private static Finding HostError(string reason, string remedy) => Finding.Error(FieldIds.Domain, reason, remedy);
    private static Finding HostWarning(string reason, string remedy) => Finding.Warning(FieldIds.Domain, reason, remedy);
    private static Finding UsernameError(string reason, string remedy) => Finding.Error(FieldIds.Username, reason, remedy);
}
