using System.Globalization;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Operations;

/// <summary>What is said about work that does not get done.</summary>
internal static class OperationsTexts
{
    public const string Title = "Stuck work", RetryAll = "Try all again";

    private const int Named = 3;

    private const string HowToGoOn = "Type /trunk jobs retry and a number or all, or /trunk jobs dismiss and the number of a message that nobody needs.";

    public const string NothingIsStuck = "No work is stuck.";

    public const string NoSuchWork = "I can't find stuck work with that number. Type /trunk jobs to see what is stuck now.";

    public const string WhichOne = "Add a number from /trunk jobs, or the word all, like /trunk jobs retry all.";

    public static string TriedAgain(IReadOnlyList<StuckJob> found) =>
        $"Trying again: {Several(found)}. Type /trunk jobs in a minute to see whether it worked.";

    public static string Dismissed(IReadOnlyList<StuckJob> found) => $"Dismissed, and not done: {Several(found)}.";

    public static string Needed(StuckJob stuck) =>
        $"This work can't be dismissed, because something would never end without it: {stuck.Purpose}. Type /trunk jobs retry {stuck.Id} when its cause is mended.";

    public static string Several(IReadOnlyList<StuckJob> found)
    {
        var named = string.Join(", ", found.Take(Named).Select(stuck => $"{stuck.Purpose} ({stuck.Id})"));
        return found.Count <= Named ? named : string.Create(CultureInfo.InvariantCulture, $"{named}, of {found.Count} in all");
    }

    public static string Line(StuckJob stuck) => $"{stuck.Id}: {stuck.Purpose}";

    public static string State(StuckJob stuck)
    {
        var since = string.Create(CultureInfo.InvariantCulture, $"{stuck.Job.DueAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        var tried = Plural.Of(stuck.Job.Attempts, "once", $"{stuck.Job.Attempts} times");
        return (stuck.Job.State, stuck.Job.Attempts) switch
        {
            (JobState.Parked, _) => $"Given up after it was tried {tried}, last at {since}.",
            (_, 0) => $"Due since {since}, and not begun.",
            _ => $"Tried {tried} so far, next at {since}.",
        };
    }

    public static string? Problem(StuckJob stuck) => stuck.Job.LastProblem is { Length: > 0 } problem ? $"Last problem: {CardText.Visible(problem)}" : null;

    public static string Next(bool more) =>
        more ? $"There is more. {HowToGoOn}" : HowToGoOn;
}
