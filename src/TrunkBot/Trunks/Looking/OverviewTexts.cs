using System.Globalization;
using TrunkBot.Languages;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Looking;

/// <summary>What is said of all trunks and requests together.</summary>
internal static class OverviewTexts
{
    public static string Title => Say.It("Overview");
    public static string ByCarrier => Say.It("Trunks by carrier");
    public static string ByDirection => Say.It("Trunks by direction");
    public static string ByState => Say.It("Requests by state");
    public static string Waits => Say.It("Time to approval");
    public static string WithinAnHour => Say.It("Up to an hour");
    public static string WithinADay => Say.It("Up to a day");
    public static string WithinThreeDays => Say.It("Up to 3 days");
    public static string Longer => Say.It("Longer");
    public static string Others => Say.It("All others");

    public static string Nothing => Say.It("There are no trunks and no requests yet. Type /trunk new to ask for the first trunk.");

    public static string Summary(Overview overview) => overview.IsAll
        ? Say.It($"{Trunks(overview.Trunks)} and {Requests(overview.Requests)}.")
        : Say.It($"{Trunks(overview.Trunks)} and {Requests(overview.Requests)}. These are the newest {Number(Overview.Most)} of each at most.");

    /// <summary>The middle of them: half were faster.</summary>
    public static string Median(ApprovalTimes waits) => waits.Median is { } median
        ? Plural.Of(waits.All.Count, Say.It($"The last approval took {Lasting.Of(median)}."), Say.It($"Half of the last {waits.All.Count} approvals took {Lasting.Of(median)} or less."))
        : Say.It("Nothing was approved yet.");

    /// <summary>All of it for a client that shows no cards.</summary>
    public static string Aloud(Overview overview) => overview.Trunks + overview.Requests == 0 ? Nothing : string.Join(
        " ", [Summary(overview), .. Part(ByCarrier, overview.Carriers), .. Part(ByDirection, Directions(overview)), .. Part(ByState, States(overview)), Median(overview.Waits)]);

    public static IReadOnlyList<Count> Directions(Overview overview) => [.. overview.Directions.Select(count => count with { What = TrunkDirection.Said(count.What) })];

    public static IReadOnlyList<Count> States(Overview overview) => [.. overview.States.Select(state => new Count(TrunkTexts.Stage(state.State), state.Requests))];

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Part(string title, IReadOnlyList<Count> counts) =>
        counts.Count == 0 ? [] : [$"{title}: {string.Join(", ", counts.Select(count => $"{count.What} {Number(count.Number)}"))}."];

    private static string Trunks(int count) => Plural.Of(count, Say.It("1 trunk"), Say.It($"{Number(count)} trunks"));

    private static string Requests(int count) => Plural.Of(count, Say.It("1 request"), Say.It($"{Number(count)} requests"));
}
