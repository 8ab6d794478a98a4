using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TrunkBot.Tests.Jobs;

/// <summary>How long a process that is asked to end may take: as its operator says, and never less than a create that has left may need.</summary>
public sealed class PatienceTests
{
    [Theory]
    [InlineData("00:00:45", "00:00:30", 45)]
    [InlineData("00:02:00", "00:00:30", 120)]
    [InlineData("00:00:05", "00:00:30", 40)]
    public async Task A_stop_waits_as_long_as_the_setting_says_and_for_a_create_that_has_left(string stopWithin, string videoSdkTimeout, int seconds)
    {
        await using var bot = TrunkBotApp.Create([], builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Jobs:StopWithin"] = stopWithin, ["VideoSdk:Timeout"] = videoSdkTimeout }));
        Assert.Equal(TimeSpan.FromSeconds(seconds), bot.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
