using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Diagnostics.Collected;

/// <summary>Prometheus' own engine over our rules: does an alert fire with what was measured?</summary>
internal static class Promtool
{
    // A fault goes on for half an hour, after ten quiet minutes and before half an hour in which all is well again.
    private const int Before = 10, During = 31, After = 31;

    public static readonly string Rules = SourceFolder.Of("deploy/prometheus-alerts.yaml");

    private static readonly Lazy<string> s_rules = new(() => File.ReadAllText(Rules));

    /// <summary>Has it run all of this at once.</summary>
    /// <returns>Whether all of it is so, and what it says.</returns>
    public static async Task<(bool IsGood, string Said)> TestAsync(IEnumerable<Episode> episodes)
    {
        var folder = Directory.CreateTempSubdirectory("trunkbot-alerts-");
        try
        {
            var file = Path.Combine(folder.FullName, "test.yaml");
            // YAML is a superset of JSON.
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { rule_files = (string[])[Rules], evaluation_interval = "1m", tests = episodes.Select(TestOf) }));
            var (code, said) = await RunAsync("test", "rules", file);
            return (code == 0, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether it understands these rules, and what it says.</summary>
    public static async Task<(bool IsGood, string Said)> CheckAsync(string file)
    {
        var (code, said) = await RunAsync("check", "rules", file);
        return (code == 0, said);
    }

    private static object TestOf(Episode episode) => new
    {
        name = episode.Name,
        interval = "1m",
        input_series = episode.Before.Keys.Union(episode.During.Keys).Where(series => IsAskedFor(series) && episode.Tells(series)).Order(StringComparer.Ordinal)
            .Select(series => new { series, values = Values(episode.Before.GetValueOrDefault(series), episode.During.GetValueOrDefault(series), episode.IsGone) }),
        promql_expr_test = new[] { Firing(Before + During - 1, episode.Fires), Firing(Before + During + After - 1, episode.IsGone ? episode.Fires : []) },
    };

    // The rest would only take time.
    private static bool IsAskedFor(string series) => s_rules.Value.Contains(series.Split('{')[0], StringComparison.Ordinal);

    private static object Firing(int minute, IReadOnlyList<string> alerts) => new
    {
        expr = """count by (alertname) (ALERTS{alertstate="firing"})""",
        eval_time = $"{minute}m",
        exp_samples = alerts.Select(alert => new { labels = $"{{alertname=\"{alert}\"}}", value = 1 }),
    };

    // A counter goes on as it did while the fault was provoked, a minute each time; anything else stays where it was then.
    private static string Values(Measured? before, Measured? during, bool isGone)
    {
        var first = before is null ? $"_x{Before}" : Text($"{before.Value}+0x{Before - 1}");
        if (isGone)
            return $"{first} _x{During + After}";
        if (during is null)
            return Text($"{first} _x{During} {before!.Value}+0x{After - 1}");
        if (during.Kind == "gauge")
            return Text($"{first} {during.Value}+0x{During - 1} {(before is null ? $"_x{After}" : Text($"{before.Value}+0x{After - 1}"))}");
        var more = during.Value - (before?.Value ?? 0);
        return Text($"{first} {during.Value}+{more}x{During - 1} {during.Value + (more * (During - 1))}+0x{After - 1}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("promtool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, $"{await output}\n{await errors}");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("promtool does not run here. Install it (Debian: apt-get install prometheus); these tests are not skipped.", missing);
        }
    }
}

/// <summary>What was measured without a fault and with it, and which alerts are to fire then.</summary>
internal sealed record Episode(string Name, IReadOnlyDictionary<string, Measured> Before, IReadOnlyDictionary<string, Measured> During, params IReadOnlyList<string> Fires)
{
    /// <summary>Whether it was counted up, or is a level.</summary>
    public bool Tells(string series) =>
        IsGone || !During.TryGetValue(series, out var now) || now.Kind == "gauge" || now.Value != Before.GetValueOrDefault(series)?.Value;

    /// <summary>Nothing is measured any more.</summary>
    public bool IsGone => During.Count == 0;
}
