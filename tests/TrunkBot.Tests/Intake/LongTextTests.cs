using TrunkBot.Intake.Noticing;

namespace TrunkBot.Tests.Intake;

/// <summary>A message can be long and made to be slow: twice as much text takes about twice as much memory, not four times.</summary>
public sealed class LongTextTests
{
    private const int Once = 4000;

    [Theory]
    [InlineData("x-pw-")]
    [InlineData("x.pw.")]
    [InlineData("/pw-x")]
    [InlineData("x_pin_")]
    [InlineData("pw-a.de ")]
    [InlineData("login: ")]
    [InlineData("pw has been ")]
    [InlineData("name=\"pw\" ")]
    [InlineData("Password for a.b.c ")]
    public void What_it_takes_to_look_for_secrets_grows_with_the_text_and_not_with_its_square(string piece)
    {
        Look(piece, 10);
        var (once, twice) = (Look(piece, Once), Look(piece, 2 * Once));
        Assert.True(twice < 3 * once, $"{once} bytes, and {twice} for twice as much.");
    }

    private static long Look(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var before = GC.GetAllocatedBytesForCurrentThread();
        SecretNotice.In(text, isAlone: false);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
