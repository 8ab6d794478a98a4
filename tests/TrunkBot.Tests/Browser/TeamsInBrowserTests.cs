using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

public sealed class TeamsInBrowserTests
{
    /// <summary>The screenshots stay in tests/Browser/out, for whoever wants to look.</summary>
    [Fact]
    public async Task The_main_job_is_done_as_Teams_shows_it_each_with_a_card_of_their_own_and_accessibly()
    {
        await using var sandbox = await SandboxWithBot.StartAsync();

        var wrong = (await Node.RunAsync("teams-view.mjs", arguments: [sandbox.Page.AbsoluteUri, SourceFolder.Of("tests/Browser/out")])).Trim();

        Assert.True(wrong == "[]", wrong);
    }
}
