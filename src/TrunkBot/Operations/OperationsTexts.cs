using System.Globalization;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Operations;

/// <summary>What is said about work that does not get done.</summary>
internal static class OperationsTexts
{
    private const int Named = 3;

    public const string NothingIsStuck = "No work is stuck: everything that was to be done is done, or will be when it is due.";

    public const string NoSuchWork = "No work that is stuck has that number. Type /trunk jobs to see what is; perhaps it has been done meanwhile.";

    public const string WhichOne = "Say which: /trunk jobs retry and a number from /trunk jobs, or the word all.";

    public static string TriedAgain(IReadOnlyList<StuckJob> found) =>
        $"I try again to {Several(found)}. Type /trunk jobs in a minute to see whether it worked.";

    public static string Dismissed(IReadOnlyList<StuckJob> found) => $"Dismissed, and not done: {Several(found)}.";

    public static string Needed(StuckJob stuck) =>
        $"Without this work something would never end, so it cannot be dismissed: {stuck.Purpose}. Nothing was changed. Type /trunk jobs retry {stuck.Id} once what stands in its way is gone.";

    public static string Several(IReadOnlyList<StuckJob> found)
    {
        var named = string.Join(", ", found.Take(Named).Select(stuck => $"{stuck.Purpose} ({stuck.Id})"));
        return found.Count <= Named ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {found.Count - Named} more");
    }

    public static string Title(StuckJob stuck) => $"{stuck.Id}: {stuck.Purpose}";

    public static string State(StuckJob stuck)
    {
        var since = string.Create(CultureInfo.InvariantCulture, $"{stuck.Job.DueAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        var tried = stuck.Job.Attempts == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{stuck.Job.Attempts} times");
        return (stuck.Job.State, stuck.Job.Attempts) switch
        {
            (JobState.Parked, _) => $"Given up after it was tried {tried}, last at {since}.",
            (_, 0) => $"Due since {since}, and no process has taken it.",
            _ => $"Tried {tried} so far, next at {since}.",
        };
    }

    public static string? Problem(StuckJob stuck) => stuck.Job.LastProblem is { Length: > 0 } problem ? $"Last problem: {CardText.Visible(problem)}" : null;

    public static string Next(bool more) =>
        (more ? "There is more; these come first. " : "") + "Type /trunk jobs retry and a number or all, or /trunk jobs dismiss and the number of a message that nobody needs any more.";
}
