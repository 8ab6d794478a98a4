namespace TrunkBot;

/// <summary>A stretch of time in words.</summary>
internal static class Lasting
{
    public static string Of(TimeSpan time)
    {
        if (time.TotalMinutes < 60)
            return Minutes(Math.Max(1, (int)time.TotalMinutes));
        return time.TotalHours < 48 ? Hours((int)time.TotalHours) : Days((int)time.TotalDays);
    }

    private static string Minutes(int count) => Plural.Of(count, "1 minute", $"{count} minutes");

    private static string Hours(int count) => Plural.Of(count, "1 hour", $"{count} hours");

    private static string Days(int count) => Plural.Of(count, "1 day", $"{count} days");
}
