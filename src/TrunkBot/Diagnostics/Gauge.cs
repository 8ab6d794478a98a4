
namespace TrunkBot.Diagnostics;

/// <summary>Something that is read from time to time: how much of it there is now, or how old it is.</summary>
/// <remarks>What stands in the database is the same for all processes on it: take the greatest of them, not the sum.</remarks>
internal sealed record Gauge(string Name, string? Unit, string Description)
{
    public static readonly Gauge Ready = new("trunkbot.ready", null, "1 for a part of /health/ready that is up, 0 for one that is not.");

    public static readonly Gauge ApprovalsWaiting = new("trunkbot.approvals.waiting", "{approval}", "Requests that wait for an approver.");

    public static readonly Gauge OldestApproval = new("trunkbot.approvals.oldest_age", "s", "How long the oldest of them has waited.");

    public static readonly Gauge OutcomesUnknown = new("trunkbot.requests.outcome_unknown", "{request}", "Requests whose create VideoSDK did not confirm, until an administrator settles them.");

    public static readonly Gauge RequestsOnHold = new("trunkbot.requests.on_hold", "{request}", "Approved requests that VideoSDK refuses until its account or TrunkBot's settings are mended.");

    public static readonly Gauge Jobs = new("trunkbot.jobs.stored", "{job}", "Stored work that is scheduled, due, in hand or parked; at most 1000 of each are counted.");

    public static readonly Gauge OldestJob = new("trunkbot.jobs.oldest_due_age", "s", "For how long the oldest work that is due has been taken by nobody.");

    public static IReadOnlyList<Gauge> All { get; } = [Ready, ApprovalsWaiting, OldestApproval, OutcomesUnknown, RequestsOnHold, Jobs, OldestJob];
}

/// <summary>What it shows.</summary>
internal sealed record Reading(Gauge Gauge, double Value, params KeyValuePair<string, object?>[] Tags);

/// <summary>A room's part of what is read: what it has in the database that somebody should look after when there is too much of it, or when it is too old.</summary>
internal interface IStanding
{
    /// <remarks>Its queries go along an index, and read no more of a store that is full than of one that is empty.</remarks>
    Task<IReadOnlyList<Reading>> ReadAsync(CancellationToken ct);
}
