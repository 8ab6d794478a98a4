namespace TrunkBot.Protocol.Dialogs;

/// <summary>Asks for one or more numbers, each as it was written: comma, semicolon or line break stand between them, blanks belong to them.</summary>
/// <param name="dialogId">Names the prompt in its set.</param>
/// <param name="validator">What the numbers have to be.</param>
public sealed class NumberListPrompt(string dialogId, PromptValidator<IReadOnlyList<string>>? validator = null)
    : Prompt<IReadOnlyList<string>>(dialogId, validator)
{
    private static readonly char[] s_separators = [',', ';', '\n', '\r'];

    /// <summary>The entries of a list; empty ones are left out.</summary>
    public static IReadOnlyList<string> Split(string? text) =>
        text?.Split(s_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <inheritdoc />
    protected override PromptRecognizerResult<IReadOnlyList<string>> Recognize(string text, PromptOptions options) =>
        Split(text) is { Count: > 0 } entries
            ? new(entries)
            : new();
}
