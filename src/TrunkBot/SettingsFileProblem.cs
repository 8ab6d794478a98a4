using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrunkBot;

/// <summary>A file of settings that is no JSON or that cannot be read. What is in it may be secret, so nothing of it is said.</summary>
internal static partial class SettingsFileProblem
{
    public static string? SentenceOf(Exception problem)
    {
        if (problem is not InvalidDataException { InnerException: { } cause } || !FileName().IsMatch(problem.Message))
            return null;
        var file = FileName().Match(problem.Message).Groups[1].Value;
        return cause is IOException or UnauthorizedAccessException
            ? StartTexts.UnreadableSettings(file)
            : JsonIn(cause) is { LineNumber: { } line } ? StartTexts.BrokenSettings(file, line + 1) : StartTexts.UnfitSettings(file);
    }

    private static JsonException? JsonIn(Exception? problem) => problem is null or JsonException ? problem as JsonException : JsonIn(problem.InnerException);

    // The words of Microsoft.Extensions.Configuration.FileExtensions; in another language there is no match, and the file keeps its stack.
    [GeneratedRegex("file '(.+)'")]
    private static partial Regex FileName();
}
