namespace TrunkBot.Protocol.Dialogs;

/// <summary>What a call of a dialog came to.</summary>
/// <param name="Status">Where the stack stands.</param>
/// <param name="Result">What the dialog gave back when it is complete; lives within the turn only.</param>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null);

/// <summary>Where the stack stands after a call.</summary>
public enum DialogTurnStatus
{
    /// <summary>There was nothing on the stack.</summary>
    Empty,

    /// <summary>The dialog waits for the person.</summary>
    Waiting,

    /// <summary>The dialog ended; the stack is empty.</summary>
    Complete,

    /// <summary>The dialog was cancelled; the stack is empty.</summary>
    Cancelled,

    /// <summary>
    /// The stack came from another version of the program, or could not be read, and was cleared. Say so in a sentence; the next message starts afresh.
    /// The Bot Framework has no such status: there the turn throws, and throws again with every message (microsoft/botbuilder-dotnet#6716).
    /// </summary>
    Outdated,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    /// <summary>It was begun.</summary>
    BeginCalled,

    /// <summary>The person did something.</summary>
    ContinueCalled,

    /// <summary>A dialog ended, and gave its result to the one below.</summary>
    EndCalled,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled,

    /// <summary>All dialogs were cancelled.</summary>
    CancelCalled,

    /// <summary>A step went on to the next without waiting.</summary>
    NextCalled,
}
