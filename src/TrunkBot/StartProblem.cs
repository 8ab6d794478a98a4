using Microsoft.Extensions.Options;
using TrunkBot.Presets;
using TrunkBot.Storage;

namespace TrunkBot;

/// <summary>Why the program cannot start, in sentences; anything else is a bug and keeps its stack.</summary>
internal static class StartProblem
{
    public static IReadOnlyList<string> SentencesOf(Exception problem) => problem switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        StartException or InvalidPresetException => [problem.Message],
        AggregateException several when several.InnerExceptions.All(inner => SentencesOf(inner).Count > 0) =>
            [.. several.InnerExceptions.SelectMany(SentencesOf)],
        _ => [],
    };
}
