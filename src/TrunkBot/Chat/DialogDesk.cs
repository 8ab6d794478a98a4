using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.State;

namespace TrunkBot.Chat;

/// <summary>The questions that are open with a person in a conversation.</summary>
internal sealed class DialogDesk
{
    private readonly DialogSet _dialogs;

    private readonly HashSet<string> _cardQuestions;

    public DialogDesk(IEnumerable<Dialog> dialogs, IEnumerable<CardQuestion> cardQuestions, PrivateConversationState state)
    {
        _cardQuestions = [.. cardQuestions.Select(question => question.DialogId)];
        _dialogs = new DialogSet(DialogState.CreateProperty(state));
        foreach (var dialog in dialogs)
            _dialogs.Add(dialog);
    }

    public async Task<bool> IsOpenAsync(ChatTurn turn, CancellationToken ct)
    {
        var dc = await ContextAsync(turn, ct);
        return dc.ActiveDialog is not null || dc.IsOutdated;
    }

    /// <summary>Whether the open question is one that only a card answers.</summary>
    public async Task<bool> WaitsForCardAsync(ChatTurn turn, CancellationToken ct)
    {
        var asking = (await ContextAsync(turn, ct)).ActiveDialog;
        while (asking?.Stack is [var inner, ..])
            asking = inner;
        return asking is not null && _cardQuestions.Contains(asking.Id);
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
            await turn.WhisperAsync(ChatTexts.DialogTooOld, ct);
    }

    /// <summary>The dialog that waits for an answer; null when none does.</summary>
    public async Task<DialogInstance?> ActiveAsync(ChatTurn turn, CancellationToken ct) => (await ContextAsync(turn, ct)).ActiveDialog;

    /// <summary>Asks the pending question again, if it is still that dialog's.</summary>
    public async Task RepromptAsync(ChatTurn turn, DialogInstance asked, CancellationToken ct)
    {
        var dc = await ContextAsync(turn, ct);
        if (ReferenceEquals(dc.ActiveDialog, asked))
            await dc.RepromptDialogAsync(ct);
    }

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

/// <summary>A question that no message answers, so that every phrase is an order there.</summary>
internal sealed record CardQuestion(string DialogId);
