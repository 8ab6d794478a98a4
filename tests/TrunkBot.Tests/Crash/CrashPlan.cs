using System.Globalization;

namespace TrunkBot.Tests.Crash;

/// <summary>How much a crash run does.</summary>
internal sealed record CrashPlan(int Requests, int Kills, TimeSpan Longest, int Seed)
{
    public const int Askers = 8, Approvers = 4;

    /// <summary>
    /// <c>TRUNKBOT_CRASH_TIMES=1</c> makes it 300 requests and 60 kills, <c>10</c> ten times that; <c>TRUNKBOT_CRASH_SEED</c> repeats the dice of
    /// an earlier run (the moments themselves are real and never repeat).
    /// </summary>
    public static CrashPlan OfThisRun()
    {
        var seed = Number("TRUNKBOT_CRASH_SEED", Environment.TickCount & 0xFFFF);
        return Number("TRUNKBOT_CRASH_TIMES", 0) is > 0 and var times
            ? new CrashPlan(300 * times, 60 * times, TimeSpan.FromMinutes(12) * times, seed)
            : new CrashPlan(80, 16, TimeSpan.FromMinutes(12), seed);
    }

    private static int Number(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : standard;
}
