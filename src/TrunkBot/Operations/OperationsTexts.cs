using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Operations;

/// <summary>What is said about work that does not get done.</summary>
internal static class OperationsTexts
{
    public static string Title => Say.It("Stuck work");
    public static string RetryAll => Say.It("Try all again");

    private const int Named = 3;

    private static string HowToGoOn =>
        Say.It("Type /trunk jobs retry and a number or all, or /trunk jobs dismiss and the number of a message that nobody needs.");

    public static string NothingIsStuck => Say.It("No work is stuck.");

    public static string NoSuchWork => Say.It("I can't find stuck work with that number. Type /trunk jobs to see what is stuck now.");

    public static string WhichOne => Say.It("Add a number from /trunk jobs, or the word all, like /trunk jobs retry all.");

    public static string TriedAgain(IReadOnlyList<StuckJob> found) =>
        Say.It($"Trying again: {Several(found)}. Type /trunk jobs in a minute to see whether it worked.");

    public static string Dismissed(IReadOnlyList<StuckJob> found) => Say.It($"Dismissed, and not done: {Several(found)}.");

    public static string Needed(StuckJob stuck) =>
        Say.It($"This work can't be dismissed, because something would never end without it: {stuck.Purpose}. Type /trunk jobs retry {stuck.Id} when its cause is mended.");

    public static string Several(IReadOnlyList<StuckJob> found)
    {
        var named = string.Join(", ", found.Take(Named).Select(stuck => $"{stuck.Purpose} ({stuck.Id})"));
        return found.Count <= Named ? named : Say.It($"{named}, of {found.Count} in all");
    }

    public static string Line(StuckJob stuck) => $"{stuck.Id}: {stuck.Purpose}";

    public static string State(StuckJob stuck)
    {
        var since = Say.Time(stuck.Job.DueAt);
        var tried = Plural.Of(stuck.Job.Attempts, Say.It("once"), Say.It($"{stuck.Job.Attempts} times"));
        return (stuck.Job.State, stuck.Job.Attempts) switch
        {
            (JobState.Parked, _) => Say.It($"Given up after it was tried {tried}, last at {since}."),
            (_, 0) => Say.It($"Due since {since}, and not begun."),
            _ => Say.It($"Tried {tried} so far, next at {since}."),
        };
    }

    public static string? Problem(StuckJob stuck) => stuck.Job.LastProblem is { Length: > 0 } problem ? Say.It($"Last problem: {CardText.Visible(new Noted(problem).ToString())}") : null;

    public static string Next(bool more) =>
        more ? Say.It($"There is more. {HowToGoOn}") : HowToGoOn;
}
