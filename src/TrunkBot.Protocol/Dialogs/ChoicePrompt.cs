using System.Globalization;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>Asks for one of <see cref="PromptOptions.Choices"/>: by value, by synonym or by number, in any case; the choices are buttons too.</summary>
/// <param name="dialogId">Names the prompt in its set.</param>
/// <param name="validator">Which choice is accepted.</param>
public sealed class ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null)
    : Prompt<FoundChoice>(dialogId, validator)
{
    private static readonly char[] s_aroundANumber = ['(', ')', '.', '#', ' '];

    /// <inheritdoc />
    protected override IReadOnlyList<Choice> Offer(PromptOptions options) => options.Choices ?? [];

    /// <inheritdoc />
    protected override PromptRecognizerResult<FoundChoice> Recognize(string text, PromptOptions options)
    {
        var choices = options.Choices ?? [];
        var found = Find(text, choices);
        return found.Succeeded ? found : Find(YesNo.Word(text), choices);
    }

    // As it was written first: a choice may be called "v1." or "*".
    private static PromptRecognizerResult<FoundChoice> Find(string text, IReadOnlyList<Choice> choices)
    {
        var index = IndexOf(choices, choice => Same(choice.Value, text) || Same(choice.Title, text));
        if (index < 0)
            index = IndexOf(choices, choice => choice.Synonyms.Any(synonym => Same(synonym, text)));
        if (index < 0 && int.TryParse(text.Trim(s_aroundANumber), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            index = number - 1;
        return index >= 0 && index < choices.Count
            ? new(new FoundChoice(choices[index].Value, index))
            : new();
    }

    private static bool Same(string? word, string text) => string.Equals(word, text, StringComparison.OrdinalIgnoreCase);

    private static int IndexOf(IReadOnlyList<Choice> choices, Func<Choice, bool> matches)
    {
        for (var i = 0; i < choices.Count; i++)
            if (matches(choices[i]))
                return i;
        return -1;
    }
}
