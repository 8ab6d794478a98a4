using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>Dialogs that know each other by id, and where their stack is kept. Built once.</summary>
/// <param name="stack">Where the stack is kept; null for the set inside a <see cref="ComponentDialog"/>.</param>
public sealed class DialogSet(IStatePropertyAccessor<DialogState>? stack = null)
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);

    /// <summary>Adds a dialog.</summary>
    /// <exception cref="ArgumentException">There is one with this id (the Bot Framework would rename it).</exception>
    public DialogSet Add(Dialog dialog)
    {
        _dialogs.Add(dialog.Id, dialog);
        return this;
    }

    /// <summary>The dialog with this id; null when there is none.</summary>
    public Dialog? Find(string dialogId) => _dialogs.GetValueOrDefault(dialogId);

    /// <summary>The stack of this turn. One that this program does not understand is cleared, and the next continue says so.</summary>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (stack is null)
            throw new InvalidOperationException("This set has no place for its stack.");
        var (state, outdated) = await ReadAsync(turnContext, cancellationToken);
        if (state is null)
            await stack.SetAsync(turnContext, state = new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state.Stack) { IsOutdated = outdated };
    }

    /// <summary>Goes on with the active dialog, or begins the root when there is none.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="rootDialogId">What to begin.</param>
    /// <param name="options">What to give to it.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public async Task<DialogTurnResult> RunAsync(
        ITurnContext turnContext, string rootDialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        var dc = await CreateContextAsync(turnContext, cancellationToken);
        var result = await dc.ContinueDialogAsync(cancellationToken);
        return result.Status == DialogTurnStatus.Empty
            ? await dc.BeginDialogAsync(rootDialogId, options, cancellationToken)
            : result;
    }

    internal bool Understands(List<DialogInstance> instances) =>
        instances.TrueForAll(instance => Find(instance.Id)?.Understands(instance) == true);

    private async Task<(DialogState? State, bool Outdated)> ReadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        DialogState? state;
        try
        {
            state = await stack!.GetAsync(turnContext, cancellationToken);
        }
        catch (JsonException)
        {
            return (null, true);
        }

        if (state is null || Understands(state.Stack))
            return (state, false);
        state.Stack.Clear();
        return (state, true);
    }
}
