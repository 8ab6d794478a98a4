namespace TrunkBot.Storage;

/// <summary>The program cannot start; the message says what to change.</summary>
internal sealed class StartException(string message) : Exception(message);
