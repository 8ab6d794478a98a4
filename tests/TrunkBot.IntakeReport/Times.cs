using System.Diagnostics;
using System.Globalization;
using System.Text;
using TrunkBot.Intake;
using TrunkBot.Tests.Intake;

namespace TrunkBot.IntakeReport;

/// <summary>How long a reading takes: ordinary pastes of 64 KB, and hostile text of growing length.</summary>
internal static class Times
{
    private const int Repeats = 200, WarmUp = 200, Kilobyte = 1024, Slow = 1000, TooSlow = 4000, MostGrowth = 8;

    private static readonly int[] s_sizes = [64, 256, 1024];

    public static void Print(PasteReader reader)
    {
        var pastes = Ordinary();
        for (var i = 0; i < WarmUp; i++)
            reader.Read(pastes[i % pastes.Count].Text, pastes[i % pastes.Count].Html);
        var times = Enumerable.Range(0, Repeats).Select(i => Milliseconds(() => reader.Read(pastes[i % pastes.Count].Text, pastes[i % pastes.Count].Html))).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n64 KB of pastes: p50 {times[Repeats / 2]:F1} ms, p99 {times[Repeats * 99 / 100]:F1} ms\n"));
        Console.WriteLine("| hostile text | 64 KB, ms | 256 KB, ms | 1 MB, ms | 1 MB to 256 KB |\n|---|---:|---:|---:|---:|");
        foreach (var (name, of) in Hostile.Kinds)
            Console.WriteLine($"| `{name}` | {Measured(reader, of)} |");
    }

    // Four times the length may take four times as long, and more once where it leaves the processor's caches or the collector has to come; its
    // square would take sixteen times, and again at the next four.
    private static string Measured(PasteReader reader, Func<int, string> of)
    {
        var times = new List<double>();
        foreach (var size in s_sizes)
        {
            if (times is [.., > TooSlow])
                return $"{Shown(times)} | not tried | **grows**";
            times.Add(Best(reader, of(size * Kilobyte)));
        }

        var growth = Growth(times);
        if (growth > MostGrowth && times[^1] < Slow)
            growth = Math.Min(growth, Growth([times[^1], Best(reader, of(4 * s_sizes[^1] * Kilobyte))]));
        return string.Create(CultureInfo.InvariantCulture, $"{Shown(times)} | {growth:F1}{(growth > MostGrowth ? " **grows**" : "")}");
    }

    private static double Growth(List<double> times) => times[^1] / Math.Max(10, times[^2]);

    private static string Shown(List<double> times) => string.Join(" | ", times.Select(time => time.ToString("F1", CultureInfo.InvariantCulture)));

    // All that is ordinary, one after the other, up to what is read at all.
    private static List<(string Text, string? Html)> Ordinary() =>
        [.. Paste.All.GroupBy(paste => paste.Name.Split(':')[0]).Select(kind => (Joined(kind.Select(paste => paste.Text)), kind.First().Html is null ? null : Joined(kind.Select(paste => paste.Html ?? ""))))];

    private static string Joined(IEnumerable<string> pastes)
    {
        var text = Hostile.Repeated($"{string.Join("\n\n", pastes)}\n\n", PasteReader.Longest);
        while (Encoding.UTF8.GetByteCount(text) is var bytes && bytes > PasteReader.Longest)
            text = text[..^((bytes - PasteReader.Longest + 3) / 4)];
        return text;
    }

    // As text and as markup; what takes long is not measured again.
    private static double Best(PasteReader reader, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3 && (i is 0 || best < Slow); i++)
            best = Math.Min(best, Milliseconds(() => reader.ReadWhole(text, PasteReader.Written(text))));
        return best;
    }

    private static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
