using System.Globalization;
using System.Text.RegularExpressions;
using TrunkBot.Jobs;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Deploy;

/// <summary>Whoever stops a process that is deployed as <c>deploy/</c> says waits longer than it may take to end.</summary>
public sealed class GracePeriodTests
{
    [Theory]
    [InlineData("README.md", "--stop-timeout ([0-9]+) ")]
    [InlineData("compose.yaml", "stop_grace_period: ([0-9]+)s")]
    [InlineData("azure.bicep", "terminationGracePeriodSeconds: ([0-9]+)")]
    public void It_is_killed_no_earlier_than_it_gives_up(string file, string how)
    {
        var seconds = Regex.Match(File.ReadAllText(SourceFolder.Of($"deploy/{file}")), how).Groups[1].Value;
        Assert.True(int.Parse(seconds, CultureInfo.InvariantCulture) > new JobOptions().StopWithin.TotalSeconds, $"{file}: {seconds}");
    }
}
