using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>What a room adds to every save at the last moment, in the same transaction.</summary>
internal interface IBeforeSave
{
    Task<LateRows> PrepareAsync(TrunkBotDbContext db, CancellationToken ct);
}

/// <summary>Rows that were made just before a save.</summary>
/// <param name="Rows">What to save beside the changes.</param>
/// <param name="Basis">What they were built on. If it has changed when a save is lost, only the order of two writers was, and it is tried again.</param>
internal sealed record LateRows(IReadOnlyList<Change> Rows, string Basis)
{
    public static LateRows None { get; } = new([], "");
}
