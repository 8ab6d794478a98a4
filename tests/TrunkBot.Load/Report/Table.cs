using System.Globalization;
using TrunkBot.Load.BackEnds;
using TrunkBot.Load.Play;

namespace TrunkBot.Load.Report;

/// <summary>The medians as Markdown: the floor, then each bot with its ratio to the floor, then the goal.</summary>
internal sealed class Table(Subject floor, IReadOnlyList<Subject> bots, BareRates bare)
{
    private readonly List<string> _lines =
    [
        $"| | floor |{string.Concat(bots.Select(bot => $" {bot.Name} | ratio |"))} goal |",
        $"|---|---:|{string.Concat(bots.Select(_ => "---:|---:|"))}---|",
    ];

    public static string Of(Subject floor, IReadOnlyList<Subject> bots, BareRates bare, IReadOnlyList<Case> cases)
    {
        var table = new Table(floor, bots, bare);
        foreach (var played in cases)
            table.Add(played);
        table.AddRest();
        foreach (var played in cases)
            table.AddBackEnds(played);
        return string.Join('\n', table._lines);
    }

    private void Add(Case played)
    {
        var isGoal = played is { AtOnce: Goal.AtOnce, Scenario: Waterfall };
        Add($"**{played.Scenario.Name}, {played.AtOnce} at once**: turns per second", "F0", Of(one => one.TurnsPerSecond), isGoal ? Goal.Turns : null);
        Add("p50, ms", "F2", Of(one => one.Percentile(0.5)));
        Add("p99, ms", "F2", Of(one => one.Percentile(0.99)), isGoal ? Goal.Slowest : null);
        Add("CPU per 1,000 turns, s", "F3", Of(one => one.CpuPerThousand), isGoal ? Goal.Cpu : null);
        if (played.Scenario is Waterfall)
            AddBare(played);

        Func<Subject, double> Of(Func<Measured, double> figure) => subject => subject.Median(played, figure);
    }

    private void AddRest()
    {
        Add("**at the end**: resident memory, MB", "F0", subject => subject.AtEnd.ResidentBytes / 1e6, Goal.Memory);
        Add("at its highest", "F0", subject => subject.AtEnd.PeakBytes / 1e6);
        Add("**cold start**: process start to first answer, ms", "F0", subject => Medians.Of(subject.ColdStarts.Select(one => one.Time.TotalMilliseconds)), Goal.ColdStart);
        Add("CPU until then, ms", "F0", subject => Medians.Of(subject.ColdStarts.Select(one => one.Cpu.TotalMilliseconds)));
    }

    private void Add(string what, string format, Func<Subject, double> figure, Goal? goal = null)
    {
        var least = figure(floor);
        var cells = bots.Select(figure).Select(value => $" {Text(value, format)} | {Ratio(least, value)}{Missed(goal, least, value)} |");
        _lines.Add($"| {what} | {Text(least, format)} |{string.Concat(cells)} {goal?.Words} |");
    }

    // The rate of the loop over the driver, and how far the bot is from it.
    private void AddBare(Case played)
    {
        var cells = bots.Select(bot => (Rate: bare.Median(bot.BackEnd!, played.AtOnce), Bot: bot.Median(played, one => one.TurnsPerSecond)))
            .Select(both => $" {Text(both.Rate, "F0")} | {Ratio(both.Rate, both.Bot)} |");
        _lines.Add($"| bare insert of a turn's rows, a second; the bot's share | |{string.Concat(cells)} |");
    }

    // Of each program that was measured on both.
    private void AddBackEnds(Case played)
    {
        foreach (var program in bots.GroupBy(bot => bot.Order.Program))
        {
            if (program.FirstOrDefault(bot => bot.BackEnd is OnSqlite) is not { } sqlite || program.FirstOrDefault(bot => bot.BackEnd is OnPostgres) is not { } postgres)
                continue;
            var (most, least) = (sqlite.Median(played, one => one.TurnsPerSecond), postgres.Median(played, one => one.TurnsPerSecond));
            var goal = played is { AtOnce: Goal.AtOnce, Scenario: Waterfall } ? Goal.Postgres : null;
            var cells = bots.Select(bot => bot == postgres ? $" {Text(least, "F0")} | {Ratio(most, least)}{Missed(goal, most, least)} |" : bot == sqlite ? $" {Text(most, "F0")} | |" : " | |");
            _lines.Add($"| PostgreSQL beside SQLite, {played.Scenario.Name}, {played.AtOnce} at once | |{string.Concat(cells)} {goal?.Words} |");
        }
    }

    private static string Missed(Goal? goal, double floor, double bot) => goal is null || goal.IsMet(floor, bot) ? "" : " (missed)";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Ratio(double floor, double bot) => bot < floor
        ? string.Create(CultureInfo.InvariantCulture, $"1/{floor / bot:F1}")
        : string.Create(CultureInfo.InvariantCulture, $"{bot / floor:F1}");
}
