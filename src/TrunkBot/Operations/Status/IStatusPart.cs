using TrunkBot.Access;
using TrunkBot.Chat.Showing;

namespace TrunkBot.Operations.Status;

/// <summary>A room's part of what an Admin reads about how TrunkBot is doing.</summary>
internal interface IStatusPart
{
    /// <param name="admin">Who reads it: what belongs to a tenant is that of theirs.</param>
    /// <param name="ct">Ends the turn.</param>
    Task<IReadOnlyList<StatusLine>> ReadAsync(Person admin, CancellationToken ct);
}

/// <summary>One thing, and how it is.</summary>
/// <param name="Title">What.</param>
/// <param name="Says">How it is, as a sentence or a few words.</param>
/// <param name="NeedsLook">Whether somebody should look after it.</param>
/// <param name="Act">What to press then; null where pressing helps nothing.</param>
internal sealed record StatusLine(string Title, string Says, bool NeedsLook = false, LineChoice? Act = null);
