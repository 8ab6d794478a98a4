using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>
/// A piece of conversation. It is built once and serves everybody: what belongs to one conversation is in its <see cref="DialogInstance"/> on the stack.
/// </summary>
/// <remarks>
/// Names and order of calls follow the Bot Framework's class of this name (microsoft/botbuilder-dotnet, <c>Microsoft.Bot.Builder.Dialogs</c>); results and
/// options are objects that live within a turn only, state is JSON of named shapes and holds no type names.
/// </remarks>
public abstract class Dialog(string dialogId)
{
    /// <summary>What a dialog returns that waits for the person.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    /// <summary>Names the dialog in its set.</summary>
    public string Id { get; } = !string.IsNullOrWhiteSpace(dialogId)
        ? dialogId
        : throw new ArgumentException("A dialog needs an id.", nameof(dialogId));

    /// <summary>Changes with the dialog's shape, so that an instance from before a deployment is not continued by other code; null does not care.</summary>
    public virtual string? Version => null;

    /// <summary>Starts; the instance is the stack's active one already.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default);

    /// <summary>Goes on with what the person did. Ends, unless overridden.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>Goes on with the result of a dialog that it had begun. Ends with that result, unless overridden.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(result, cancellationToken);

    /// <summary>Asks the pending question again; nothing, unless overridden.</summary>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Told that the instance leaves the stack.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>True if this code can go on with an instance from the store.</summary>
    public virtual bool Understands(DialogInstance instance) => instance.Version == Version;
}
