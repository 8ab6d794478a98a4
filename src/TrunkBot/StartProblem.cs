using Microsoft.Extensions.Options;
using TrunkBot.Presets;
using TrunkBot.Storage;
using TrunkBot.Storage.Trouble;

namespace TrunkBot;

/// <summary>Why the program cannot start, in sentences; anything else is a bug and keeps its stack.</summary>
internal static class StartProblem
{
    public static IReadOnlyList<string> SentencesOf(Exception problem) => problem switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        // The binder's own words for a value that is no number, time or truth; they name the setting.
        InvalidOperationException { InnerException: FormatException or ArgumentException, Source: "Microsoft.Extensions.Configuration.Binder" } => [problem.Message],
        StartException or InvalidPresetException => [problem.Message],
        AggregateException several when several.InnerExceptions.All(inner => SentencesOf(inner).Count > 0) =>
            [.. several.InnerExceptions.SelectMany(SentencesOf)],
        _ => (SettingsFileProblem.SentenceOf(problem) ?? ListeningProblem.SentenceOf(problem) ?? LostDatabase.SentenceOf(problem)) is { } sentence ? [sentence] : [],
    };
}
