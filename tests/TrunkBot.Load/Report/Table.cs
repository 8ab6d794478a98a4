using System.Globalization;
using TrunkBot.Load.Play;

namespace TrunkBot.Load.Report;

/// <summary>The numbers as Markdown, the bot's beside the floor's.</summary>
internal static class Table
{
    public static string Of(ProgramNumbers floor, ProgramNumbers bot)
    {
        List<string> lines =
        [
            "| | floor | TrunkBot | ratio |",
            "|---|---:|---:|---:|",
        ];
        foreach (var (f, b) in floor.Levels.Zip(bot.Levels))
        {
            lines.Add(Row($"**{f.AtOnce} at once**: turns per second", f.TurnsPerSecond, b.TurnsPerSecond, "F0"));
            lines.Add(Row("p50, ms", f.Percentile(0.5), b.Percentile(0.5), "F2"));
            lines.Add(Row("p99, ms", f.Percentile(0.99), b.Percentile(0.99), "F2"));
            lines.Add(Row("CPU per 1,000 turns, s", f.CpuPerThousand, b.CpuPerThousand, "F3"));
            lines.Add(Row("resident memory, MB", f.ResidentBytes / 1e6, b.ResidentBytes / 1e6, "F0"));
        }

        lines.Add(Row("**cold start**: process start to first answer, ms", floor.ColdStart.TotalMilliseconds, bot.ColdStart.TotalMilliseconds, "F0"));
        return string.Join('\n', lines);
    }

    private static string Row(string what, double floor, double bot, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {floor.ToString(format, CultureInfo.InvariantCulture)} | {bot.ToString(format, CultureInfo.InvariantCulture)} | {Ratio(floor, bot)} |");

    private static string Ratio(double floor, double bot) => bot < floor
        ? string.Create(CultureInfo.InvariantCulture, $"1/{floor / bot:F1}")
        : string.Create(CultureInfo.InvariantCulture, $"{bot / floor:F1}");
}

/// <summary>All that was measured of one program.</summary>
internal sealed record ProgramNumbers(IReadOnlyList<Measured> Levels, TimeSpan ColdStart);
