using System.Globalization;

namespace TrunkBot.Tests.Crash;

/// <summary>How much a crash run does.</summary>
internal sealed record CrashPlan(int Requests, int Kills, TimeSpan Longest, int Seed)
{
    public const int Askers = 8, Approvers = 4;

    /// <summary>
    /// <c>TRUNKBOT_CRASH_TIMES=10</c> makes it ten times as long, <c>TRUNKBOT_CRASH_SEED</c> repeats the dice of an earlier run (the moments
    /// themselves are real and never repeat).
    /// </summary>
    public static CrashPlan OfThisRun()
    {
        var times = Number("TRUNKBOT_CRASH_TIMES", 1);
        return new CrashPlan(300 * times, 60 * times, TimeSpan.FromMinutes(12) * times, Number("TRUNKBOT_CRASH_SEED", Environment.TickCount & 0xFFFF));
    }

    private static int Number(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : standard;
}
