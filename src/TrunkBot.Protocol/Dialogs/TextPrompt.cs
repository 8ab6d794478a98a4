namespace TrunkBot.Protocol.Dialogs;

/// <summary>Asks for a text; anything but nothing is one.</summary>
/// <param name="dialogId">Names the prompt in its set.</param>
/// <param name="validator">What the text has to be.</param>
public sealed class TextPrompt(string dialogId, PromptValidator<string>? validator = null) : Prompt<string>(dialogId, validator)
{
    /// <inheritdoc />
    protected override PromptRecognizerResult<string> Recognize(string text, PromptOptions options) =>
        text.Length > 0 ? new(text) : new();
}
