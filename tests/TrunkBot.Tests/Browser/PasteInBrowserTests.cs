using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

public sealed class PasteInBrowserTests
{
    /// <summary>The screenshots stay in tests/Browser/out: pasted.png and created.png are the README's pictures.</summary>
    [Fact]
    public async Task A_carriers_mail_that_is_pasted_fills_the_form_with_its_lines_warns_about_the_password_and_becomes_a_trunk()
    {
        await using var sandbox = await SandboxWithBot.StartAsync();

        var said = await Node.RunAsync("paste-mail.mjs", arguments: [sandbox.Page.AbsoluteUri, SourceFolder.Of("tests/Browser/out")]);

        Assert.Equal("The pasted mail became a trunk.", said.Trim());
    }
}
