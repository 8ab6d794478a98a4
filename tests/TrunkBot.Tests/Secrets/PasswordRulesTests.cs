using TrunkBot.Secrets.Passwords;

namespace TrunkBot.Tests.Secrets;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Kp7wRt4nXv9b")]
    [InlineData("kp7w-rt4n-xv9b")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015")]
    [InlineData("correct Horse battery 7 staple")]
    public void A_good_password_has_no_flaw(string password) => Assert.Empty(Judge(password));

    [Theory]
    [InlineData("password")]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd2024")]
    [InlineData("12345678")]
    [InlineData("1234567890")]
    [InlineData("987654321")]
    [InlineData("11111111")]
    [InlineData("00000000")]
    [InlineData("changeme1")]
    [InlineData("Twilio2024")]
    [InlineData("!!asterisk")]
    public void What_is_tried_first_is_said_to_be(string password)
    {
        var flaws = Judge(password);

        Assert.DoesNotContain(flaws, flaw => flaw.Blocks);
        Assert.Equal("The password is one that attackers try first.", flaws[0].Reason);
    }

    [Theory]
    [InlineData("Kp7wRt4n", "shorter than 12")]
    [InlineData("kpwrtnxvbqem", "fewer than three")]
    [InlineData("kp7wrt4nxv9b", "fewer than three")]
    [InlineData("aBaB1aBaB1aB1", "same few characters")]
    [InlineData(" Kp7wRt4nXv9b", "space")]
    [InlineData("Kp7wRt4nXv9b ", "space")]
    [InlineData("Kp7wRt4nXv9bß", "plain ASCII")]
    public void A_doubtful_password_is_a_warning(string password, string about)
    {
        var flaws = Judge(password);

        Assert.DoesNotContain(flaws, flaw => flaw.Blocks);
        Assert.Contains(flaws, flaw => flaw.Reason.Contains(about, StringComparison.Ordinal));
    }

    [Fact]
    public void All_flaws_come_at_once() => Assert.Equal(3, Judge(" aaaBaa1 ").Count);

    [Fact]
    public void A_generated_password_is_good_for_every_carrier()
    {
        var seen = new HashSet<string>();
        for (var round = 0; round < 500; round++)
        {
            var password = PasswordGenerator.Generate();

            Assert.Equal(PasswordGenerator.Length, password.Length);
            // Beside a name as short as "acme" one in some ten thousand would be warned of: it has the name in it by chance.
            Assert.Empty(PasswordRules.Judge(password, 8, username: null, related: []));
            Assert.True(password.All(char.IsAsciiLetterOrDigit));
            Assert.DoesNotContain(password, character => "0Oo1lIi".Contains(character, StringComparison.Ordinal));
            Assert.True(seen.Add(password));
        }
    }

    [Fact]
    public void A_generated_password_can_be_shorter_and_have_a_sign_where_a_carrier_wants_that()
    {
        var password = PasswordGenerator.Generate(20, withSign: true);

        Assert.Equal(20, password.Length);
        Assert.Single(password, character => !char.IsAsciiLetterOrDigit(character));
        Assert.True(char.IsAsciiLetterOrDigit(password[0]) && char.IsAsciiLetterOrDigit(password[^1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PasswordGenerator.Generate(8));
    }

    private static IReadOnlyList<PasswordFlaw> Judge(string password) =>
        PasswordRules.Judge(password, 8, "acme", ["Support line"]);
}
