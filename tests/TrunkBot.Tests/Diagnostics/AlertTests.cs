using TrunkBot.Tests.Diagnostics.Collected;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>Somebody is called for each fault, by what the bot itself has measured of it, and for nothing else.</summary>
[Collection(Faults.Collection)]
public sealed class AlertTests(Faults faults)
{
    [Fact]
    public async Task Every_alert_fires_with_its_fault_and_neither_before_nor_after()
    {
        var (isGood, said) = await Promtool.TestAsync(faults.Episodes);
        Assert.True(isGood, said);
    }

    [Fact]
    public async Task Every_alert_has_a_fault_that_fires_it()
    {
        var alerts = (await File.ReadAllLinesAsync(Promtool.Rules)).Where(line => line.Contains("- alert: ", StringComparison.Ordinal)).Select(line => line.Split(": ")[1].Trim());
        Assert.Equal(alerts.Order(), faults.Episodes.SelectMany(episode => episode.Fires).Distinct().Order());
    }
}
