using System.Collections.Frozen;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>
/// A component that answers help and cancel wherever it stands. Help shows a text and asks the pending question again, which counts as no attempt;
/// cancel says one sentence and leaves nothing on the stack.
/// </summary>
/// <remarks>
/// Named as in the Bot Framework's sample 13.core-bot, which does not ask again after help. Only whole utterances count, so a note may begin with "help".
/// </remarks>
public abstract class CancelAndHelpDialog(string dialogId) : ComponentDialog(dialogId)
{
    /// <summary>What asks for help, in English; any case.</summary>
    protected FrozenSet<string> HelpWords { get; init; } = Words("help", "?", "/help", "help me", "what", "what?", "what is this?", "why", "why?", "how", "how?", "huh", "huh?");

    /// <summary>What cancels, in English; any case.</summary>
    protected FrozenSet<string> CancelWords { get; init; } = Words("cancel", "quit", "/cancel", "stop", "exit", "abort", "never mind", "nevermind", "forget it");

    /// <summary>Says what is being asked and how to leave.</summary>
    protected abstract Task OnHelpAsync(DialogContext innerDc, CancellationToken cancellationToken);

    /// <summary>Says that it is over; the stack is still there, and is emptied afterwards.</summary>
    protected abstract Task OnCancelAsync(DialogContext innerDc, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task<DialogTurnResult?> OnInterruptAsync(
        DialogContext innerDc, string utterance, CancellationToken cancellationToken)
    {
        var word = IDialogWords.Of(innerDc.Context).InEnglish(YesNo.Word(utterance));
        if (HelpWords.Contains(word))
        {
            await OnHelpAsync(innerDc, cancellationToken);
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }

        if (!CancelWords.Contains(word))
            return null;
        await OnCancelAsync(innerDc, cancellationToken);
        return await innerDc.CancelAllDialogsAsync(cancellationToken);
    }

    /// <summary>A set of words without regard to case or culture.</summary>
    protected static FrozenSet<string> Words(params IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
