using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Outbox;

/// <summary>The life of a turn's reply as a job.</summary>
/// <remarks>
/// It is stored with its turn, so that a turn whose process died before it spoke is told all the same, once: at the next delivery of the same
/// activity, or by a worker. Whoever sends it takes it first. What may leave once is forgotten by that: a process that dies between taking
/// and sending has said it or not, and nobody says it again. Taking is noted, not saved: a killed process does not undo it, and it costs no flush.
/// </remarks>
internal static class Reply
{
    // A reply is sent by the turn that made it; after this time the turn is taken for dead and a worker sends it.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(30);

    /// <summary>Stored with its turn.</summary>
    public static Change Stored(OutgoingActivity reply, string? turnKey, DateTimeOffset now) => Change.Insert(Row(reply, turnKey ?? "", now + s_grace));

    /// <summary>For one of all who would send it.</summary>
    public static Change Take(OutgoingActivity reply, DateTimeOffset now) =>
        MayLeaveOnce(reply) ? JobChanges.Remove(reply.Id, now) : JobChanges.Hold(reply.Id, now, now + s_grace);

    /// <summary>What was sent is in the chat; a copy here would only be one more thing to guard. Null where nothing is left.</summary>
    public static Change? Sent(OutgoingActivity reply) => MayLeaveOnce(reply) ? null : JobChanges.Forget(reply.Id);

    /// <summary>The channel did not take it: a worker sends it then.</summary>
    public static Change Later(OutgoingActivity reply, DateTimeOffset dueAt) => MayLeaveOnce(reply)
        ? Change.Insert(Row(reply, "", dueAt))
        : JobChanges.Wait(reply.Id, dueAt);

    private static Job Row(OutgoingActivity reply, string turnKey, DateTimeOffset dueAt) =>
        new(reply.Id, SendActivity.Kind, SendActivity.TenantOf(reply.Reference), SendActivity.Of(reply).Write(), dueAt) { TurnKey = turnKey };

    private static bool MayLeaveOnce(OutgoingActivity reply) => reply.Promise == DeliveryPromise.AtMostOnce;
}
