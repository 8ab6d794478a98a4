namespace TrunkBot.Chat;

/// <summary>Knows what an id that somebody sends alone names: the features keep the ids.</summary>
internal interface INamedThings
{
    /// <summary>The line that shows it; null where it names nothing that this person may see.</summary>
    Task<string?> LineForAsync(ChatTurn turn, string id, CancellationToken ct);
}
