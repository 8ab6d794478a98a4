using TrunkBot.Tests.Sandbox;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

public sealed class StartInBrowserTests
{
    [Fact]
    public async Task While_the_bot_starts_the_page_shows_that_alone_then_why_it_cannot_then_both_chats_by_themselves()
    {
        using var bot = new SlowBot();
        bot.Break();
        using var sandbox = await RunningSandbox.StartWithAsync(bot.Folder);

        Assert.Equal("[]", (await Node.RunAsync("starting.mjs", arguments: [sandbox.Page.AbsoluteUri, bot.Folder])).Trim());
    }
}
