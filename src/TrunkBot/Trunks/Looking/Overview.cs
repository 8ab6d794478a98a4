using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>How many there are of what.</summary>
/// <param name="Carriers">Trunks by their carrier, the most first.</param>
/// <param name="Directions">Trunks by their direction.</param>
/// <param name="States">Requests by where they are, in the order of their life.</param>
/// <param name="Waits">How long it took until a request was approved.</param>
/// <param name="IsAll">Whether everything was counted; if not, the newest <see cref="Most"/> of each.</param>
internal sealed record Overview(
    IReadOnlyList<Count> Carriers, IReadOnlyList<Count> Directions, IReadOnlyList<(RequestState State, int Requests)> States, ApprovalTimes Waits, bool IsAll)
{
    /// <summary>What is counted of each: a company with more wants to know of the newest.</summary>
    public const int Most = 1000;

    public int Trunks => Directions.Sum(direction => direction.Number);

    public int Requests => States.Sum(state => state.Requests);
}

/// <summary>How many have something in common.</summary>
internal sealed record Count(string What, int Number);

/// <summary>How long it took, from asking to the last approval that was needed.</summary>
internal sealed record ApprovalTimes(IReadOnlyList<TimeSpan> All)
{
    /// <summary>The newest so many are looked at.</summary>
    public const int Most = 100;

    private static (TimeSpan UpTo, string Called)[] Lengths =>
        [(TimeSpan.FromHours(1), OverviewTexts.WithinAnHour), (TimeSpan.FromDays(1), OverviewTexts.WithinADay), (TimeSpan.FromDays(3), OverviewTexts.WithinThreeDays), (TimeSpan.MaxValue, OverviewTexts.Longer)];

    /// <summary>The time within which a half of them was approved; null where there are none.</summary>
    public TimeSpan? Median => All.Count == 0 ? null : All.Order().ElementAt((All.Count - 1) / 2);

    /// <summary>How many took how long: each is counted once.</summary>
    public IReadOnlyList<Count> Steps =>
    [
        .. Lengths.Zip(Lengths.Select(step => step.UpTo).Prepend(TimeSpan.MinValue), (step, above) => new Count(step.Called, All.Count(wait => wait <= step.UpTo && wait > above))),
    ];
}
