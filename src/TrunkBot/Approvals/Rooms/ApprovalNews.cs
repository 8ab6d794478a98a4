using Microsoft.EntityFrameworkCore;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Tells the room where a question stands what has come up since. What it changes is saved by the turn or job that called.</summary>
internal sealed class ApprovalNews(TrunkBotDbContext db, RoomBook rooms, JobQueue jobs, ChannelTable channels)
{
    /// <summary>Shows the room what became of it.</summary>
    public async Task TellAsync(string subjectId, Func<string> outcome, Ending? ending, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        approval.Tell(Noted.Of(outcome), ending);
        jobs.Add(new ShowApproval(subjectId), approval.TenantId);
    }

    /// <summary>Shows whoever decides something that has come up.</summary>
    public async Task WarnAsync(string subjectId, Noted warning, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        approval.Learn([warning]);
        jobs.Add(new ShowApproval(subjectId), approval.TenantId);
    }

    /// <summary>Says something new where the question stands, as an answer to it.</summary>
    /// <param name="subjectId">What it is about.</param>
    /// <param name="say">What to say, by what buttons can do there.</param>
    /// <param name="ct">Ends the turn or job.</param>
    public async Task PostAsync(string subjectId, Func<CardActions, Activity> say, CancellationToken ct)
    {
        var approval = await db.Approvals.SingleAsync(a => a.SubjectId == subjectId, ct);
        if (await rooms.PlaceOfAsync(approval, ct) is { } room)
            jobs.Post(room, () => say(channels.Find(room.ChannelId).CardActions));
    }
}
