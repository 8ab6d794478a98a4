using System.Globalization;

namespace TrunkBot.Load.Play;

/// <summary>
/// Plays until a program is as fast as it will be: the runtime compiles what is used often again and better, which takes a part of the processors for
/// half a minute and more on a small machine.
/// </summary>
internal static class WarmUp
{
    private const int AtOnce = 16, Windows = 3;
    private const double Flat = 0.05;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(4), s_longest = TimeSpan.FromSeconds(60);

    /// <returns>How it went, in words.</returns>
    public static async Task<string> PlayAsync(Player player, Scenario scenario)
    {
        var rates = new List<double>();
        while (s_window * rates.Count < s_longest)
        {
            rates.Add((await player.PlayAsync(scenario, AtOnce, s_window)).TurnsPerSecond);
            if (IsFlat(rates))
                return Words("warm after", rates);
        }

        return Words("not yet flat after", rates);
    }

    private static bool IsFlat(List<double> rates) =>
        rates.Count >= Windows && rates[^Windows..] is var last && last.Max() - last.Min() <= Flat * last.Max();

    private static string Words(string how, List<double> rates) => string.Create(
        CultureInfo.InvariantCulture, $"{how} {(s_window * rates.Count).TotalSeconds} s, at {rates[^1]:F0} turns per second");
}
