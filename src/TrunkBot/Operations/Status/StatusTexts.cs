using TrunkBot.Diagnostics;
using TrunkBot.Languages;

namespace TrunkBot.Operations.Status;

/// <summary>How TrunkBot is doing, for an administrator.</summary>
internal static class StatusTexts
{
    public static string Title => Say.It("Status");

    public static string Program => Say.It("TrunkBot");
    public static string Database => Say.It("Database");
    public static string VideoSdk => Say.It("VideoSDK");
    public static string Work => Say.It("Work");
    public static string StuckWork => Say.It("Stuck work");

    public static string TakesChanges => Say.It("It takes changes.");

    public static string Answers => Say.It("It answers, and accepts TrunkBot's key.");

    public static string ShowStuckWork => Say.It("Show stuck work");

    public static string LastProblems => Say.It("Last problems");

    public static string NoProblems => Say.It("None since this process started.");

    public static string AllIsWell => Say.It("Everything works.");

    public static string Look(int count) => Plural.Of(count, Say.It("1 thing needs a look."), Say.It($"{count} things need a look."));

    public static string Versions(string version, string runtime) => Say.It($"Version {version} on {runtime}");

    public static string Late(TimeSpan late) => late < TimeSpan.FromMinutes(1)
        ? Say.It("Nothing is late.")
        : Say.It($"The oldest has been due for {Lasting.Of(late)}, and no process takes it.");

    public static string Parked(int count, int most) => count switch
    {
        0 => Say.It("None."),
        _ when count > most => Plural.Of(most, Say.It("More than 1 job were given up."), Say.It($"More than {most} jobs were given up.")),
        _ => Plural.Of(count, Say.It("1 job was given up."), Say.It($"{count} jobs were given up.")),
    };

    public static string Problem(Trouble trouble)
    {
        var at = Say.Time(trouble.At);
        return Plural.Of(trouble.Times, $"{at}: {trouble.Sentence}", Say.It($"{at}, {trouble.Times} times: {trouble.Sentence}"));
    }
}
