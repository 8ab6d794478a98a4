namespace TrunkBot.Chat;

/// <summary>Answers a message that is no command: the features know what it can mean.</summary>
internal interface IPasteDesk
{
    /// <summary>Reads the message; false where it says nothing, and nothing was answered.</summary>
    Task<bool> ReadAsync(ChatTurn turn, string text, CancellationToken ct);
}
