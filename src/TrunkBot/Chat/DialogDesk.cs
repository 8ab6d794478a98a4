using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.State;

namespace TrunkBot.Chat;

/// <summary>The questions that are open with a person in a conversation.</summary>
internal sealed class DialogDesk
{
    private readonly DialogSet _dialogs;

    public DialogDesk(IEnumerable<Dialog> dialogs, PrivateConversationState state)
    {
        _dialogs = new DialogSet(DialogState.CreateProperty(state));
        foreach (var dialog in dialogs)
            _dialogs.Add(dialog);
    }

    public async Task<bool> IsOpenAsync(ChatTurn turn, CancellationToken ct)
    {
        var dc = await ContextAsync(turn, ct);
        return dc.ActiveDialog is not null || dc.IsOutdated;
    }

    public async Task BeginAsync(ChatTurn turn, string dialogId, object? options, CancellationToken ct)
    {
        var dc = await ContextAsync(turn, ct);
        await dc.CancelAllDialogsAsync(ct);
        await dc.BeginDialogAsync(dialogId, options, ct);
    }

    public async Task ContinueAsync(ChatTurn turn, CancellationToken ct)
    {
        var result = await (await ContextAsync(turn, ct)).ContinueDialogAsync(ct);
        if (result.Status is DialogTurnStatus.Outdated)
            await turn.SayAsync(ChatTexts.DialogTooOld, ct);
    }

    /// <summary>Asks the pending question again, if there is one.</summary>
    public async Task RepromptAsync(ChatTurn turn, CancellationToken ct) =>
        await (await ContextAsync(turn, ct)).RepromptDialogAsync(ct);

    /// <returns>False when nothing was open.</returns>
    public async Task<bool> CancelAsync(ChatTurn turn, CancellationToken ct) =>
        (await (await ContextAsync(turn, ct)).CancelAllDialogsAsync(ct)).Status is DialogTurnStatus.Cancelled;

    // One context per turn: it holds the stack that is stored with the turn.
    private async Task<DialogContext> ContextAsync(ChatTurn turn, CancellationToken ct)
    {
        var memory = turn.Context.TurnState;
        if (memory.TryGetValue(nameof(DialogDesk), out var known))
            return (DialogContext)known;
        var dc = await _dialogs.CreateContextAsync(turn.Context, ct);
        memory[nameof(DialogDesk)] = dc;
        return dc;
    }
}
