using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>Asks until the answer is one. Built once; the question and the count of attempts are on the stack.</summary>
/// <param name="dialogId">Names the prompt in its set.</param>
/// <param name="validator">What an answer has to be beyond being recognised; anything, if null.</param>
public abstract class Prompt<T>(string dialogId, PromptValidator<T>? validator) : Dialog(dialogId)
{
    private const int PatientAttempts = 3;
    private static readonly SuggestedChoices s_offer = new();

    /// <summary>A sentence that offers a way out; it is added to what is said from the third wrong answer on.</summary>
    public Func<string>? WayOut { get; init; }

    /// <inheritdoc />
    /// <remarks><paramref name="options"/> are <see cref="PromptOptions"/>.</remarks>
    public sealed override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        if (options is not PromptOptions asked)
            throw new ArgumentException($"The options of prompt '{Id}' are PromptOptions.", nameof(options));
        var state = new PromptState { Options = asked };
        dc.ActiveDialog!.SetState(state, DialogJsonContext.Default.PromptState);
        await AskAsync(dc.Context, state, asked.Prompt, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    /// <remarks>
    /// Only messages answer. A card submit without text does not: nothing is said and the prompt waits on, so the caller decides what the submit means.
    /// </remarks>
    public sealed override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var activity = dc.Context.Activity;
        if (activity.Type != ActivityTypes.Message || activity is { Text: null, Value: not null })
            return EndOfTurn;
        var state = dc.ActiveDialog!.GetState(DialogJsonContext.Default.PromptState);
        state.AttemptCount++;
        var text = activity.RemoveRecipientMention();
        var english = IDialogWords.Of(dc.Context).InEnglish(YesNo.Word(text));
        var suggestion = state.Options.Suggestion;
        state.Options.Suggestion = null;
        if (suggestion is not null && YesNo.IsNo(english))
        {
            await AskAsync(dc.Context, state, state.Options.Prompt, cancellationToken);
            return EndOfTurn;
        }

        var recognized = Recognize(suggestion is not null && YesNo.IsYes(english) ? suggestion : text, state.Options);
        if (!recognized.Succeeded)
            recognized = Recognize(english, state.Options);
        var saidBefore = dc.Context.Outgoing.Count;
        var (accepted, retry) = await ValidateAsync(dc.Context, recognized, state, cancellationToken);
        if (accepted)
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        if (dc.Context.Outgoing.Count == saidBefore)
            await AskAsync(dc.Context, state, retry ?? state.Options.RetryPrompt ?? state.Options.Prompt, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    /// <remarks>Something ran on top of the question and is done: it is asked again.</remarks>
    public sealed override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public sealed override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var state = instance.GetState(DialogJsonContext.Default.PromptState);
        return AskAsync(turnContext, state, state.Options.Prompt ?? state.Options.RetryPrompt, cancellationToken);
    }

    /// <summary>Reads an answer; culture plays no part. What is none is read again as the English word that it means, if there is one.</summary>
    /// <param name="text">What was written, without the bot's mention, trimmed; may be empty.</param>
    /// <param name="options">What was asked.</param>
    protected abstract PromptRecognizerResult<T> Recognize(string text, PromptOptions options);

    /// <summary>What the question offers to choose from; nothing, unless overridden.</summary>
    protected virtual IReadOnlyList<Choice> Offer(PromptOptions options) => [];

    private async Task<(bool Accepted, Activity? Retry)> ValidateAsync(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, PromptState state, CancellationToken cancellationToken)
    {
        if (!recognized.Succeeded || validator is null)
            return (recognized.Succeeded, null);
        var promptContext = new PromptValidatorContext<T>(turnContext, recognized, state.Options, state.AttemptCount);
        return (await validator(promptContext, cancellationToken), promptContext.Retry);
    }

    private IReadOnlyList<Choice> Buttons(PromptOptions options, IDialogWords words) =>
    [
        .. options.Suggestion is null ? Array.Empty<Choice>() : [new Choice("use it") { Title = words.UseIt }],
        .. Offer(options),
        .. options.Orders ?? [],
    ];

    private Task AskAsync(ITurnContext turnContext, PromptState state, Activity? question, CancellationToken cancellationToken)
    {
        if (question is null)
            return Task.CompletedTask;
        var asked = question.ShallowCopy();
        asked.InputHint ??= InputHints.ExpectingInput;
        if (WayOut is not null && state.AttemptCount >= PatientAttempts && asked.Text is not null)
            asked.Text = $"{asked.Text} {WayOut()}";
        if (Buttons(state.Options, IDialogWords.Of(turnContext)) is { Count: > 0 } choices)
            asked = (turnContext.Services.GetService<IChoiceOffer>() ?? s_offer).Offer(asked, choices, turnContext.Activity);
        return turnContext.SendActivityAsync(asked, cancellationToken: cancellationToken);
    }
}
