using TrunkBot.Languages;

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

    /// <summary>How long ago something was: in some languages it has other words than the time alone.</summary>
    public static string Ago(TimeSpan time)
    {
        if (time.TotalMinutes < 60)
            return MinutesAgo(Math.Max(1, (int)time.TotalMinutes));
        return time.TotalHours < 48 ? HoursAgo((int)time.TotalHours) : DaysAgo((int)time.TotalDays);
    }

    private static string Minutes(int count) => Plural.Of(count, Say.It("1 minute"), Say.It($"{count} minutes"));

    private static string Hours(int count) => Plural.Of(count, Say.It("1 hour"), Say.It($"{count} hours"));

    private static string Days(int count) => Plural.Of(count, Say.It("1 day"), Say.It($"{count} days"));

    private static string MinutesAgo(int count) => Plural.Of(count, Say.It("1 minute ago"), Say.It($"{count} minutes ago"));

    private static string HoursAgo(int count) => Plural.Of(count, Say.It("1 hour ago"), Say.It($"{count} hours ago"));

    private static string DaysAgo(int count) => Plural.Of(count, Say.It("1 day ago"), Say.It($"{count} days ago"));
}
