using System.Globalization;
using TrunkBot.Diagnostics;

namespace TrunkBot.Operations.Status;

/// <summary>How TrunkBot is doing, for an administrator.</summary>
internal static class StatusTexts
{
    public const string Title = "Status";

    public const string Program = "TrunkBot", Database = "Database", VideoSdk = "VideoSDK", Work = "Work", StuckWork = "Stuck work";

    public const string TakesChanges = "It takes changes.";

    public const string Answers = "It answers, and accepts TrunkBot's key.";

    public const string ShowStuckWork = "Show stuck work";

    public const string LastProblems = "Last problems";

    public const string NoProblems = "None since this process started.";

    public const string AllIsWell = "Everything works.";

    public static string Look(int count) => Plural.Of(count, "1 thing needs a look.", $"{count} things need a look.");

    public static string Versions(string version, string runtime) => $"Version {version} on {runtime}";

    public static string Late(TimeSpan late) => late < TimeSpan.FromMinutes(1)
        ? "Nothing is late."
        : $"The oldest has been due for {Lasting.Of(late)}, and no process takes it.";

    public static string Parked(int count, int most) => count switch
    {
        0 => "None.",
        _ when count > most => $"More than {Plural.Of(most, "1 job", $"{most} jobs")} were given up.",
        _ => Plural.Of(count, "1 job was given up.", $"{count} jobs were given up."),
    };

    public static string Problem(Trouble trouble)
    {
        var at = trouble.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return trouble.Times == 1 ? $"{at} UTC: {trouble.Sentence}" : $"{at} UTC, {Plural.Of(trouble.Times, "once", $"{trouble.Times} times")}: {trouble.Sentence}";
    }
}
