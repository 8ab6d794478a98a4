using System.Text.Json;
using System.Text.RegularExpressions;
using TrunkBot.Tests.Diagnostics.Collected;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>The dashboard and the alerts ask for what the bot measures, by the names under which it arrives; and all that it measures is shown.</summary>
[Collection(Faults.Collection)]
public sealed partial class DashboardTests(Faults faults)
{
    [Fact]
    public async Task Every_query_names_measures_labels_and_values_that_exist()
    {
        var known = faults.Samples.ToLookup(sample => sample.Name);
        foreach (var query in (await DashboardAsync()).Concat(await AlertsAsync()))
        {
            var samples = NamesIn(query).SelectMany(name => known[name].Any() ? known[name] : throw new InvalidOperationException($"Nothing measures {name}: {query}")).ToList();
            Assert.NotEmpty(samples);
            foreach (var label in Grouped().Matches(query).SelectMany(match => match.Groups["labels"].Value.Split(", ")).Where(label => label is not "instance"))
                Assert.True(samples.Exists(sample => sample.Labels.ContainsKey(label)), $"Nothing has the label {label}: {query}");
            foreach (Match match in Chosen().Matches(query))
                foreach (var value in match.Groups["value"].Value.Split('|'))
                    Assert.True(
                        samples.Exists(sample => sample.Labels.TryGetValue(match.Groups["label"].Value, out var has) && has == value),
                        $"Nothing has {match.Groups["label"].Value}={value}: {query}");
        }
    }

    [Fact]
    public async Task Every_measure_of_ours_is_on_the_dashboard_or_in_an_alert()
    {
        var asked = (await DashboardAsync()).Concat(await AlertsAsync()).SelectMany(NamesIn).Select(Bare).ToHashSet();
        Assert.Empty(faults.Samples.Where(sample => sample.Name.StartsWith("trunkbot_", StringComparison.Ordinal)).Select(sample => Bare(sample.Name)).Distinct().Except(asked));
    }

    [Fact]
    public async Task Every_query_of_the_dashboard_is_one_that_Prometheus_understands()
    {
        var file = Path.GetTempFileName();
        var rules = (await DashboardAsync()).Index().Select(query => new { record = $"dashboard:query{query.Index}", expr = query.Item.Replace("$__rate_interval", "5m", StringComparison.Ordinal) });
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { groups = new[] { new { name = "dashboard", rules } } }));
        var (isGood, said) = await Promtool.CheckAsync(file);
        File.Delete(file);
        Assert.True(isGood, said);
    }

    private static async Task<IReadOnlyList<string>> DashboardAsync()
    {
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(SourceFolder.Of("deploy/grafana-dashboard.json")));
        return
        [
            .. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
               where panel.TryGetProperty("targets", out _)
               from target in panel.GetProperty("targets").EnumerateArray()
               select target.GetProperty("expr").GetString()!,
        ];
    }

    private static async Task<IReadOnlyList<string>> AlertsAsync() =>
        [.. (await File.ReadAllLinesAsync(Promtool.Rules)).Where(line => line.Contains(" expr: ", StringComparison.Ordinal)).Select(line => line.Split(" expr: ")[1])];

    private static IEnumerable<string> NamesIn(string query) => Name().Matches(Grouped().Replace(query, "")).Select(match => match.Value);

    private static string Bare(string name) => Part().Replace(name, "");

    [GeneratedRegex(@"\b(trunkbot|http|dotnet)_[a-z0-9_]+\b(?=[{\[,)]| |$)(?!=)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bby \((?<labels>[a-z_, ]+)\)")]
    private static partial Regex Grouped();

    [GeneratedRegex("(?<label>[a-z_]+)(=~|!~|!=|=)\"(?<value>[^\"]*)\"")]
    private static partial Regex Chosen();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Part();
}
