using System.Globalization;

namespace TrunkBot.Load.Soak;

/// <summary>
/// The first third of the samples beside the last. A tenth more counts as flat: the garbage collector lets memory rise and fall by about as much. A leak
/// grows on, and is found by a longer soak. Handles, threads and rows that come and go may differ by a few besides, for they are small numbers.
/// </summary>
internal static class Flatness
{
    private const double Tenth = 1.1;
    private const int FewHandles = 3, FewRows = 30;

    // What is asked for and done stays, by design, for a day or for years: here so many rows more for a thousand turns are as flat as it gets.
    private static readonly string[] s_kept =
    [
        "Requests", "Approvals", "Trunks", "TrunkKeys", "Audit", "AuditHeads", "AuditSeals", "AuditCheckpoints", "SeenActivities", "Jobs",
    ];

    public static List<Counter> Of(List<Sample> samples)
    {
        var (first, last) = (samples[..(samples.Count / 3)], samples[^(samples.Count / 3)..]);
        return
        [
            Mean("resident memory, MB", sample => sample.Vitals.ResidentBytes / 1e6, 0),
            Mean("handles", sample => sample.Vitals.Handles, FewHandles),
            Mean("threads", sample => sample.Vitals.Threads, FewHandles),
            .. samples[0].Rows.Keys.Order(StringComparer.Ordinal).Select(table => s_kept.Contains(table)
                ? Growth($"{table}, new rows in 1,000 turns", sample => sample.Rows[table])
                : Mean($"{table}, rows", sample => sample.Rows[table], FewRows)),
        ];

        Counter Mean(string name, Func<Sample, double> value, double few) => new(name, first.Average(value), last.Average(value), few);

        Counter Growth(string name, Func<Sample, double> value) => new(name, PerThousand(first, value), PerThousand(last, value), 1);
    }

    private static double PerThousand(List<Sample> samples, Func<Sample, double> value) =>
        (value(samples[^1]) - value(samples[0])) * 1000 / Math.Max(1, samples[^1].Turns - samples[0].Turns);

    /// <param name="Name">What was counted.</param>
    /// <param name="First">In the first third.</param>
    /// <param name="Last">In the last.</param>
    /// <param name="Few">How much more means nothing.</param>
    public sealed record Counter(string Name, double First, double Last, double Few)
    {
        public bool IsFlat => Last <= First * Tenth + Few;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"| {Name} | {First:F1} | {Last:F1} | {(IsFlat ? "flat" : "**grows**")} |");
    }
}
