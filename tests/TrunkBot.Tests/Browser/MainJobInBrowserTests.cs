using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

public sealed class MainJobInBrowserTests
{
    /// <summary>The screenshots stay in tests/Browser/out, for whoever wants to look.</summary>
    [Fact]
    public async Task The_main_job_is_done_on_the_page_wide_and_narrow_light_and_dark_by_mouse_and_by_keyboard_alone_and_accessibly()
    {
        using var sandbox = await RunningSandbox.StartAsync();

        var report = await Node.RunAsync("main-job.mjs", arguments: [sandbox.Page.AbsoluteUri, SourceFolder.Of("tests/Browser/out")]);

        Assert.Equal(2, report.Split("\"trunk\":").Length - 1);
    }
}
