namespace TrunkBot.Chat;

/// <summary>What a turn is called in measures and traces when it is no command, which goes by its words, and no click, which goes by its verb.</summary>
internal static class TurnOperations
{
    /// <summary>An answer to an open question.</summary>
    public const string Answer = "answer";

    /// <summary>A description of a trunk.</summary>
    public const string Paste = "paste";

    /// <summary>Any other line.</summary>
    public const string Talk = "talk";
}
