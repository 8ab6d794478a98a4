using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>What is saved together: all of it or nothing.</summary>
/// <param name="Context">Whose changed entities belong to it; null for none.</param>
/// <param name="Changes">Single rows beside them.</param>
internal sealed record UnitOfWork(TrunkBotDbContext? Context, IReadOnlyList<Change> Changes)
{
    public static UnitOfWork Of(params IReadOnlyList<Change> changes) => new(null, changes);

    /// <summary>The entities as they have changed by now, and the rows.</summary>
    public IReadOnlyList<Change> All() => Context is null ? Changes : [.. TrackedChange.Of(Context), .. Changes];

    /// <summary>It is stored: the context goes on from there.</summary>
    public void Accept() => Context?.ChangeTracker.AcceptAllChanges();
}
