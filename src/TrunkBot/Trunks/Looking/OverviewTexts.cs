using System.Globalization;

namespace TrunkBot.Trunks.Looking;

/// <summary>What is said of all trunks and requests together.</summary>
internal static class OverviewTexts
{
    public const string
        Title = "Overview",
        ByCarrier = "Trunks by carrier",
        ByDirection = "Trunks by direction",
        ByState = "Requests by state",
        Waits = "Time to approval",
        WithinAnHour = "Up to an hour",
        WithinADay = "Up to a day",
        WithinThreeDays = "Up to 3 days",
        Longer = "Longer",
        Others = "All others";

    public const string Nothing = "There are no trunks and no requests yet. Type /trunk new to ask for the first trunk.";

    public static string Summary(Overview overview) =>
        $"{Trunks(overview.Trunks)} and {Requests(overview.Requests)}.{(overview.IsAll ? "" : $" These are the newest {Number(Overview.Most)} of each at most.")}";

    /// <summary>The middle of them: half were faster.</summary>
    public static string Median(ApprovalTimes waits) => waits.Median is { } median
        ? Plural.Of(waits.All.Count, $"The last approval took {Lasting.Of(median)}.", $"Half of the last {waits.All.Count} approvals took {Lasting.Of(median)} or less.")
        : "Nothing was approved yet.";

    /// <summary>All of it for a client that shows no cards.</summary>
    public static string Aloud(Overview overview) => overview.Trunks + overview.Requests == 0 ? Nothing : string.Join(
        " ", [Summary(overview), .. Part(ByCarrier, overview.Carriers), .. Part(ByDirection, overview.Directions), .. Part(ByState, States(overview)), Median(overview.Waits)]);

    public static IReadOnlyList<Count> States(Overview overview) => [.. overview.States.Select(state => new Count(TrunkTexts.Stage(state.State), state.Requests))];

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Part(string title, IReadOnlyList<Count> counts) =>
        counts.Count == 0 ? [] : [$"{title}: {string.Join(", ", counts.Select(count => $"{count.What} {Number(count.Number)}"))}."];

    private static string Trunks(int count) => Plural.Of(count, "1 trunk", $"{Number(count)} trunks");

    private static string Requests(int count) => Plural.Of(count, "1 request", $"{Number(count)} requests");
}
