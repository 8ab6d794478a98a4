using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>A dialog made of dialogs, with a stack and ids of its own. Those in it find each other only, not what is outside.</summary>
public abstract class ComponentDialog(string dialogId) : Dialog(dialogId)
{
    private readonly DialogSet _dialogs = new();

    /// <summary>The dialog that is begun first; the one added first, unless set.</summary>
    protected string? InitialDialogId { get; set; }

    /// <summary>Adds a dialog to this one; called in the constructor.</summary>
    protected ComponentDialog AddDialog(Dialog dialog)
    {
        _dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    /// <inheritdoc />
    public sealed override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        dc.ActiveDialog!.Stack = [];
        var inner = Inner(dc.Context, dc.ActiveDialog, dc);
        return await LeaveAsync(dc, await OnBeginDialogAsync(inner, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public sealed override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var inner = Inner(dc.Context, dc.ActiveDialog!, dc);
        var result = await InterruptAsync(inner, cancellationToken) ?? await inner.ContinueDialogAsync(cancellationToken);
        return await LeaveAsync(dc, result, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Something ran on top of this component and is done: the pending question is asked again.</remarks>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken = default)
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc />
    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Inner(turnContext, instance, null).RepromptDialogAsync(cancellationToken);

    /// <inheritdoc />
    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason is DialogReason.CancelCalled or DialogReason.ReplaceCalled)
            await Inner(turnContext, instance, null).CancelAllDialogsAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override bool Understands(DialogInstance instance) =>
        base.Understands(instance) && instance.Stack is { Count: > 0 } stack && _dialogs.Understands(stack);

    /// <summary>Begins the first dialog inside.</summary>
    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken) =>
        innerDc.BeginDialogAsync(
            InitialDialogId ?? throw new InvalidOperationException($"Component '{Id}' has no dialogs."), options, cancellationToken);

    /// <summary>
    /// Called with every text before the dialogs inside see it. A result ends the turn there (<see cref="Dialog.EndOfTurn"/> after a help text,
    /// that of <see cref="DialogContext.CancelAllDialogsAsync"/> after a goodbye); null lets the text through.
    /// </summary>
    /// <param name="innerDc">The stack inside.</param>
    /// <param name="utterance">The whole text, without the bot's mention, trimmed. Compare it whole: an answer may begin with "help".</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    protected virtual Task<DialogTurnResult?> OnInterruptAsync(
        DialogContext innerDc, string utterance, CancellationToken cancellationToken) => Task.FromResult<DialogTurnResult?>(null);

    private async Task<DialogTurnResult?> InterruptAsync(DialogContext inner, CancellationToken cancellationToken)
    {
        var activity = inner.Context.Activity;
        if (activity is not { Type: ActivityTypes.Message, Text: not null })
            return null;
        return activity.RemoveRecipientMention() is { Length: > 0 } utterance
            ? await OnInterruptAsync(inner, utterance, cancellationToken)
            : null;
    }

    private DialogContext Inner(ITurnContext turnContext, DialogInstance instance, DialogContext? outer) =>
        new(_dialogs, turnContext, instance.Stack ??= []) { Parent = outer };

    private static Task<DialogTurnResult> LeaveAsync(
        DialogContext outer, DialogTurnResult inner, CancellationToken cancellationToken) => inner.Status switch
        {
            DialogTurnStatus.Waiting => Task.FromResult(inner),
            DialogTurnStatus.Cancelled => outer.CancelAllDialogsAsync(cancellationToken),
            _ => outer.EndDialogAsync(inner.Result, cancellationToken),
        };
}
