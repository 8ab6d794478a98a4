namespace TrunkBot.Policies;

/// <summary>What is asked for, as facts.</summary>
/// <param name="Direction">As it will be sent.</param>
/// <param name="Host">The carrier's host in lower case, without a port.</param>
/// <param name="IsKnownCarrier">Whether a preset knows the host.</param>
/// <param name="Numbers">Every number once.</param>
/// <param name="RequestsBefore">What this person submitted in the 24 hours before, this request left out.</param>
/// <param name="NumbersBefore">How many numbers were in those.</param>
internal sealed record PolicyQuestion(
    string Direction, string Host, bool IsKnownCarrier, IReadOnlyList<NumberFact> Numbers, int RequestsBefore, int NumbersBefore);

/// <summary>What the numbering plans say of a number.</summary>
/// <param name="Number">As it will be sent.</param>
/// <param name="Country">Two letters; null where no country has it.</param>
/// <param name="Kind">What it costs or belongs to.</param>
internal sealed record NumberFact(string Number, string? Country, NumberKind Kind);

/// <summary>The kinds of numbers that a rule may care for.</summary>
internal enum NumberKind
{
    Ordinary,
    Premium,
    SharedCost,
    TollFree,
    Global,
}
