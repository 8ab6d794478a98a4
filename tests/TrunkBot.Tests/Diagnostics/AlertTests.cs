using TrunkBot.Tests.Diagnostics.Collected;
using TrunkBot.Tests.Secrets;

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
    public async Task Every_alert_says_where_to_read_what_to_do()
    {
        var page = await File.ReadAllTextAsync(SourceFolder.Of("deploy/what-to-do-when.md"));
        foreach (var rule in (await File.ReadAllTextAsync(Promtool.Rules)).Split("- alert: ").Skip(1))
        {
            var name = rule.Split('\n')[0].Trim();
            Assert.Contains($"runbook: deploy/what-to-do-when.md#{name.ToLowerInvariant()}", rule, StringComparison.Ordinal);
            var chapter = page.Split($"\n## {name}\n") is [_, var rest] ? rest.Split("\n## ")[0] : throw new InvalidOperationException($"The page has no chapter {name}.");
            Assert.All(["**For people:**", "**Look first:**", "**Do:**"], part => Assert.Contains(part, chapter, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_alert_has_a_fault_that_fires_it()
    {
        var alerts = (await File.ReadAllLinesAsync(Promtool.Rules)).Where(line => line.Contains("- alert: ", StringComparison.Ordinal)).Select(line => line.Split(": ")[1].Trim());
        Assert.Equal(alerts.Order(), faults.Episodes.SelectMany(episode => episode.Fires).Distinct().Order());
    }
}
