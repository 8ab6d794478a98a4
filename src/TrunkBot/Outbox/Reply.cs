using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Outbox;

/// <summary>The life of a turn's reply as a job.</summary>
/// <remarks>
/// What may leave at most once is the turn's own from the moment it is stored: no row is made for it, as a row that says "perhaps sent" could
/// only be thrown away. A process that dies between its commit and the channel's answer has said it or not, and nobody says it again; the
/// next line gets its answer as usual. Only what the channel did not take becomes a row. What has to arrive is stored with the turn and held
/// by it; a process that dies leaves it to a worker.
/// </remarks>
internal static class Reply
{
    // A reply is sent by the turn that made it; after this time the turn is taken for dead and a worker sends it.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(30);

    public static bool IsStored(OutgoingActivity reply) => reply.Promise == DeliveryPromise.AtLeastOnce;

    /// <summary>Stored with its turn, which holds it.</summary>
    public static Change Held(OutgoingActivity reply, string? turnKey, DateTimeOffset now)
    {
        var job = JobOf(reply, now);
        job.HoldFor(turnKey, now + s_grace);
        return Change.Insert(job);
    }

    /// <summary>For one of all who find it waiting. What may leave once is forgotten by it.</summary>
    public static Change Take(OutgoingActivity reply, DateTimeOffset now) =>
        IsStored(reply) ? JobChanges.Hold(reply.Id, now, now + s_grace) : JobChanges.Remove(reply.Id, now);

    /// <summary>What was sent is in the chat; a copy here would only be one more thing to guard.</summary>
    public static Change Sent(OutgoingActivity reply) => JobChanges.Forget(reply.Id);

    /// <summary>The channel did not take it: a worker sends it then.</summary>
    public static Change Later(OutgoingActivity reply, DateTimeOffset dueAt) =>
        IsStored(reply) ? JobChanges.Wait(reply.Id, dueAt) : Change.Insert(JobOf(reply, dueAt));

    private static Job JobOf(OutgoingActivity reply, DateTimeOffset dueAt) =>
        new(reply.Id, SendActivity.Kind, SendActivity.TenantOf(reply), SendActivity.Write(reply), dueAt);
}
