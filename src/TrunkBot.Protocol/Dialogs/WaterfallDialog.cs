using System.Text.Json.Nodes;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>One step of a <see cref="WaterfallDialog"/>. It ends with a prompt, another dialog, next, end or <see cref="Dialog.EndOfTurn"/>.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>
/// Steps, one after the other: each gets what the one before brought. A message moves on by one step; other activities do not. After the last
/// step the dialog ends with its result.
/// </summary>
/// <param name="dialogId">Names the dialog in its set.</param>
/// <param name="steps">The steps.</param>
public sealed class WaterfallDialog(string dialogId, params IReadOnlyList<WaterfallStep> steps) : Dialog(dialogId)
{
    /// <summary>Id and number of steps: a stack that was stored by a waterfall of another length is not continued.</summary>
    public override string? Version { get; } = $"{dialogId}:{steps.Count}";

    /// <inheritdoc />
    /// <remarks><paramref name="options"/> is a <see cref="JsonObject"/> or null: it is kept for all steps.</remarks>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        if (options is not (null or JsonObject))
            throw new ArgumentException($"The options of waterfall '{Id}' are a JsonObject.", nameof(options));
        var state = new WaterfallState { Options = (JsonObject?)options };
        dc.ActiveDialog!.SetState(state, DialogJsonContext.Default.WaterfallState);
        return RunStepAsync(dc, state, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>The result of the step is the text without the bot's mention; null for a card submit, whose value the step reads itself.</remarks>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var activity = dc.Context.Activity;
        if (activity.Type != ActivityTypes.Message)
            return Task.FromResult(EndOfTurn);
        var text = activity.Text is null ? null : activity.RemoveRecipientMention();
        return ResumeDialogAsync(dc, DialogReason.ContinueCalled, text, cancellationToken);
    }

    /// <inheritdoc />
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken = default)
    {
        var state = dc.ActiveDialog!.GetState(DialogJsonContext.Default.WaterfallState);
        return RunStepAsync(dc, state, state.StepIndex + 1, reason, result, cancellationToken);
    }

    private async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, WaterfallState state, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        if (index >= steps.Count)
            return await dc.EndDialogAsync(result, cancellationToken);
        state.StepIndex = index;
        using var span = Spans.Step(Id, index);
        return await steps[index](new WaterfallStepContext(this, dc, state, reason, result), cancellationToken);
    }
}

internal sealed class WaterfallState
{
    public int StepIndex { get; set; }

    public JsonObject? Options { get; init; }

    public JsonObject? Values { get; set; }
}
