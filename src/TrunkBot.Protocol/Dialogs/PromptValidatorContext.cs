using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>Decides whether a recognised answer is accepted. Called for recognised answers only, so there always is a value.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>An answer that a validator looks at.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Recognized">What was recognised; the validator may put its tidy form in its place.</param>
/// <param name="Options">What was asked.</param>
/// <param name="AttemptCount">Which answer to this question it is, from 1.</param>
public sealed record PromptValidatorContext<T>(
    ITurnContext Context, PromptRecognizerResult<T> Recognized, PromptOptions Options, int AttemptCount)
{
    /// <summary>What is said about this answer in place of <see cref="PromptOptions.RetryPrompt"/>, if it is not accepted: reason and remedy.</summary>
    public Activity? Retry { get; set; }

    /// <summary>What was probably meant, for an answer that is not accepted: it can be had by a button or a yes.</summary>
    /// <param name="value">The answer as it would be typed.</param>
    public void Suggest(string value) => Options.Suggestion = value;
}

/// <summary>What a prompt read from a text.</summary>
public sealed class PromptRecognizerResult<T>
{
    /// <summary>Nothing that is an answer.</summary>
    public PromptRecognizerResult()
    {
    }

    /// <summary>An answer.</summary>
    public PromptRecognizerResult(T value) => (Succeeded, Value) = (true, value);

    /// <summary>True when there is a value.</summary>
    public bool Succeeded { get; }

    /// <summary>The value; meaningless unless <see cref="Succeeded"/>.</summary>
    public T Value { get; set; } = default!;
}
