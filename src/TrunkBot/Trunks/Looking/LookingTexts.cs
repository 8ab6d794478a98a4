using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>What is said in lists: what there is, since when, and until when.</summary>
internal static class LookingTexts
{
    public const string NothingWaits = "Nothing waits for you. Type /trunk requests to see all requests.";

    public const string NotSaid = "VideoSDK didn't say";

    /// <summary>A trunk as VideoSDK has it at this moment.</summary>
    public static string Live(Trunk known) => $"Trunk of {new RequestId(known.RequestNumber)}, as VideoSDK has it now.";

    /// <summary>The same for a client that shows no cards.</summary>
    public static string LiveAloud(Trunk known, string name) => $"Trunk {known.TrunkId}: {name}, as VideoSDK has it now.";

    public static string Newest(int rows) => $"These are the newest {rows}.";

    public static string Asked(TrunkRequest request, TimeSpan age) => $"{TrunkTexts.Stage(request.State)}. {TrunkTexts.Who(request.AskerName)} asked {Ago(age)}.";

    public static string Begun(TimeSpan age) => $"Draft, not submitted yet. Begun {Ago(age)}.";

    public static string Created(TimeSpan age) => $"Created {Ago(age)}.";

    public static string Expires(TimeSpan left) => left <= TimeSpan.Zero ? "Expires now." : $"Expires in {Span(left)}.";

    private static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "just now" : $"{Span(age)} ago";

    private static string Span(TimeSpan time)
    {
        if (time.TotalMinutes < 60)
            return Minutes(Math.Max(1, (int)time.TotalMinutes));
        return time.TotalHours < 48 ? Hours((int)time.TotalHours) : Days((int)time.TotalDays);
    }

    private static string Minutes(int count) => Plural.Of(count, "1 minute", $"{count} minutes");

    private static string Hours(int count) => Plural.Of(count, "1 hour", $"{count} hours");

    private static string Days(int count) => Plural.Of(count, "1 day", $"{count} days");
}
