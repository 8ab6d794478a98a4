using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>A stack of dialogs in a turn: begins, continues and ends them. What it changes is stored with the turn.</summary>
public class DialogContext
{
    internal DialogContext(DialogSet dialogs, ITurnContext turnContext, List<DialogInstance> stack) =>
        (Dialogs, Context, Stack) = (dialogs, turnContext, stack);

    private protected DialogContext(DialogContext other) : this(other.Dialogs, other.Context, other.Stack) => Parent = other.Parent;

    /// <summary>The dialogs that can be begun here.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The stack, the active instance first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The stack that this one is inside of; null for the outermost.</summary>
    public DialogContext? Parent { get; internal init; }

    /// <summary>What waits for the person; null when nothing does.</summary>
    public DialogInstance? ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>True when the stored stack could not be continued and was cleared; the next continue says so, once.</summary>
    public bool IsOutdated { get; internal set; }

    /// <summary>Begins a dialog on top of the active one.</summary>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        var dialog = Dialogs.Find(dialogId)
            ?? throw new ArgumentException($"There is no dialog '{dialogId}' in this set.", nameof(dialogId));
        Stack.Insert(0, new DialogInstance { Id = dialog.Id, Version = dialog.Version });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default) =>
        BeginDialogAsync(dialogId, options, cancellationToken);

    /// <summary>Lets the active dialog go on with what the person did.</summary>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        if (IsOutdated)
            return Outdated();
        if (Active() is not { } dialog)
            return new DialogTurnResult(DialogTurnStatus.Empty);
        try
        {
            return await dialog.ContinueDialogAsync(this, cancellationToken);
        }
        catch (OutdatedDialogException) when (Parent is null)
        {
            return Outdated();
        }
    }

    /// <summary>Ends the active dialog and gives its result to the one below.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        await PopAsync(DialogReason.EndCalled, cancellationToken);
        return Active() is { } below
            ? await below.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Ends the active dialog, without a result, and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        await PopAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Empties the stack; inside a component this ends the component and all below it too.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0)
            return new DialogTurnResult(DialogTurnStatus.Empty);
        while (Stack.Count > 0)
            await PopAsync(DialogReason.CancelCalled, cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Lets the active dialog ask its pending question again; nothing counts as an attempt.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (Active() is { } dialog)
            await dialog.RepromptDialogAsync(Context, Stack[0], cancellationToken);
    }

    private async Task PopAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (Active() is not { } dialog)
            return;
        await dialog.EndDialogAsync(Context, Stack[0], reason, cancellationToken);
        Stack.RemoveAt(0);
    }

    // Instances of unknown dialogs are gone before a context is made, and nobody else can put one here.
    private Dialog? Active() => ActiveDialog is { } instance ? Dialogs.Find(instance.Id) : null;

    private DialogTurnResult Outdated()
    {
        IsOutdated = false;
        Stack.Clear();
        return new DialogTurnResult(DialogTurnStatus.Outdated);
    }
}
