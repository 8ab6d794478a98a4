namespace TrunkBot.Protocol.Dialogs;

/// <summary>Asks for yes or no; both are buttons too.</summary>
/// <param name="dialogId">Names the prompt in its set.</param>
/// <param name="validator">Which answer is accepted.</param>
public sealed class ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null) : Prompt<bool>(dialogId, validator)
{
    private static readonly IReadOnlyList<Choice> s_choices = [new Choice("Yes"), new Choice("No")];

    /// <inheritdoc />
    protected override IReadOnlyList<Choice> Offer(PromptOptions options) => options.Choices ?? s_choices;

    /// <inheritdoc />
    /// <remarks><see cref="PromptOptions.Choices"/>, if given, are the words for yes (first) and no (second), with their synonyms.</remarks>
    protected override PromptRecognizerResult<bool> Recognize(string text, PromptOptions options)
    {
        var word = YesNo.Word(text);
        if (YesNo.IsYes(word) || word is "1" || Named(options, 0, word))
            return new(true);
        return YesNo.IsNo(word) || word is "2" || Named(options, 1, word)
            ? new(false)
            : new();
    }

    private static bool Named(PromptOptions options, int index, string word) =>
        options.Choices is { } choices && index < choices.Count
        && choices[index].Synonyms.Append(choices[index].Value).Contains(word, StringComparer.OrdinalIgnoreCase);
}
