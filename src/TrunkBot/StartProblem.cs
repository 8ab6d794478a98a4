using Microsoft.Extensions.Options;
using Npgsql;
using TrunkBot.Presets;
using TrunkBot.Storage;

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
        NpgsqlException => [$"The database of ConnectionStrings:TrunkBot was lost ({problem.Message}). Start again when it answers."],
        // The words of EF around it name no cause.
        InvalidOperationException { InnerException: NpgsqlException lost } => SentencesOf(lost),
        AggregateException several when several.InnerExceptions.All(inner => SentencesOf(inner).Count > 0) =>
            [.. several.InnerExceptions.SelectMany(SentencesOf)],
        _ => [],
    };
}
