using TrunkBot.Languages;

namespace TrunkBot.Secrets.Passwords;

/// <summary>What is said about a password. It holds no part of it.</summary>
internal static class PasswordTexts
{
    private static string StrongerAtCarrier => Say.It("Change it at the carrier: if somebody guesses it, you pay for their calls.");

    public static PasswordFlaw Missing => Blocks(Say.It("The password is missing."), Say.It("Enter the one that the carrier shows, or have one generated."));

    public static PasswordFlaw ControlCharacter => Blocks(
        Say.It("The password has a line break or another control character in it."), Say.It("Copy just the password again, or change it at the carrier."));

    public static PasswordFlaw IsTheUsername => Blocks(
        Say.It("The password is the same as the username, which attackers try first."), Say.It("Change it at the carrier to one with 12 characters or more."));

    public static PasswordFlaw Short(int shortest) => Blocks(
        Plural.Of(shortest, Say.It("The password is shorter than 1 character."), Say.It($"The password is shorter than {shortest} characters.")),
        Say.It("Change it at the carrier to one with 12 characters or more."));

    public static PasswordFlaw Long(int longest) => Blocks(
        Plural.Of(longest, Say.It("The password is longer than 1 character."), Say.It($"The password is longer than {longest} characters.")),
        Say.It("Check that you pasted only the password."));

    public static PasswordFlaw SpaceAround => Warns(
        Say.It("The password begins or ends with a space, which will be sent."), Say.It("Enter it again without the space, unless it belongs to the password."));

    public static PasswordFlaw NotAscii => Warns(
        Say.It("The password has letters or signs outside plain ASCII, which carriers encode differently."), Say.It("Change it at the carrier if calls are refused."));

    public static PasswordFlaw Common => Warns(Say.It("The password is one that attackers try first."), StrongerAtCarrier);

    public static PasswordFlaw ShorterThanRecommended(int recommended) => Warns(
        Plural.Of(recommended, Say.It("The password is weak: shorter than 1 character."), Say.It($"The password is weak: shorter than {recommended} characters.")), StrongerAtCarrier);

    public static PasswordFlaw FewClasses => Warns(
        Say.It("The password is weak: it has fewer than three of small letters, capitals, digits and signs."), StrongerAtCarrier);

    public static PasswordFlaw FewDifferent => Warns(Say.It("The password is weak: the same few characters again and again."), StrongerAtCarrier);

    public static PasswordFlaw HasTrunksValues => Warns(
        Say.It("The password is weak: it contains the trunk's username, name, host or number."), StrongerAtCarrier);

    private static PasswordFlaw Blocks(string reason, string remedy) => new(true, reason, remedy);

    private static PasswordFlaw Warns(string reason, string remedy) => new(false, reason, remedy);
}
