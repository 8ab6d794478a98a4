namespace TrunkBot.Diagnostics;

/// <summary>What the settings allow and nobody can want: said at the start and by the check, and no reason not to start.</summary>
internal interface IStartAdvice
{
    /// <summary>Each a sentence for whoever runs the program.</summary>
    IEnumerable<string> Sentences { get; }
}
