using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Channels;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Channels;

public sealed class ChannelTests : IAsyncDisposable
{
    private readonly WebApplication _app;

    public ChannelTests()
    {
        var builder = BareBuilder.Create();
        builder.AddChannels();
        _app = builder.Build();
    }

    [Theory]
    [InlineData("msteams", "Execute", true)]
    [InlineData("webchat", "Submit", false)]
    [InlineData("directline", "Submit", false)]
    [InlineData("emulator", "Submit", false)]
    [InlineData("slack", "Submit", false)]
    [InlineData("MSTEAMS", "Submit", false)]
    [InlineData(null, "Submit", false)]
    public void Each_channel_gets_the_actions_that_it_can_do(string? id, string actions, bool updates)
    {
        var channel = _app.Services.GetRequiredService<ChannelTable>().Find(id);
        Assert.Equal((actions, updates), (channel.CardActions.ToString(), channel.CanUpdate));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
