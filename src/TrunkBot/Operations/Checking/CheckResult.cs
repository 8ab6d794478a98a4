namespace TrunkBot.Operations.Checking;

/// <summary>What <c>--check</c> found out about one thing outside of TrunkBot.</summary>
/// <param name="Sentence">For whoever runs the program: what is so, and what to do where it is not good.</param>
internal abstract record CheckResult(string Sentence);

/// <summary>It is as it has to be.</summary>
internal sealed record Good(string Sentence) : CheckResult(Sentence);

/// <summary>It will not work until somebody changes something.</summary>
internal sealed record NotGood(string Sentence) : CheckResult(Sentence);

/// <summary>Nobody can tell from here, or not now.</summary>
internal sealed record NotVerified(string Sentence) : CheckResult(Sentence);

/// <summary>Looks at something outside. Changes nothing, and says nothing that is secret.</summary>
internal interface IOutsideCheck
{
    /// <summary>What it found, in the order in which it is printed.</summary>
    Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct);
}
