using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>What a prompt asks; kept with it until it is answered.</summary>
public sealed class PromptOptions
{
    /// <summary>The question; null when it has been asked already.</summary>
    public Activity? Prompt { get; init; }

    /// <summary>The question after an answer that was none; the first question again, unless set.</summary>
    public Activity? RetryPrompt { get; init; }

    /// <summary>What can be chosen, for a <see cref="ChoicePrompt"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Orders that are buttons under the question as well, such as a way back; the dialog around the prompt hears them.</summary>
    public IReadOnlyList<Choice>? Orders { get; init; }

    /// <summary>
    /// What was probably meant by the last answer, which was not accepted. A yes takes it for the answer, a no asks the question again; it has a button of its own.
    /// </summary>
    public string? Suggestion { get; set; }

    /// <summary>A question in plain words.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="retryPrompt">The question after an answer that was none; it names the format.</param>
    /// <param name="choices">What can be chosen.</param>
    public static PromptOptions Ask(string prompt, string? retryPrompt = null, params IReadOnlyList<Choice> choices) => new()
    {
        Prompt = Activity.Message(prompt),
        RetryPrompt = retryPrompt is null ? null : Activity.Message(retryPrompt),
        Choices = choices.Count > 0 ? choices : null,
    };
}

internal sealed class PromptState
{
    public required PromptOptions Options { get; init; }

    public int AttemptCount { get; set; }
}
