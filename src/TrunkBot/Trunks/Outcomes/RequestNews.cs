using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Channels;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Trunks.Looking;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Outcomes;

/// <summary>Tells people how a request stands: whoever asked, the room, and whoever runs TrunkBot.</summary>
internal sealed class RequestNews(TrunkBotDbContext db, JobQueue jobs, RequestView view, ChannelTable channels, ApprovalNews approvals)
{
    /// <summary>The asker gets the card where they asked; the room sees the outcome.</summary>
    public async Task TellAsync(TrunkRequest request, CancellationToken ct)
    {
        await TellAskerAsync(request, ct);
        await TellRoomAsync(request, ct);
    }

    public async Task TellAskerAsync(TrunkRequest request, CancellationToken ct)
    {
        var reference = RoomBook.Read(request.Reference);
        using var speaking = Reader.Of(reference).Speak();
        var channel = channels.Find(reference.ChannelId);
        jobs.TellAsker(request, channel, await view.OfAsync(request, channel.CardActions, ct));
    }

    public Task TellRoomAsync(TrunkRequest request, CancellationToken ct) =>
        approvals.TellAsync(request.Id.ToString(), () => TrunkTexts.State(request), TrunkCard.EndOf(request.State), ct);

    /// <summary>Says something new in the room: a change of its card tells nobody.</summary>
    /// <param name="request">What it is about.</param>
    /// <param name="say">What to say, by what buttons can do there.</param>
    /// <param name="ct">Ends the turn or job.</param>
    public Task PostAsync(TrunkRequest request, Func<CardActions, Activity> say, CancellationToken ct) => approvals.PostAsync(request.Id.ToString(), say, ct);

    /// <summary>Asks whoever runs TrunkBot to mend what VideoSDK refuses it for: once for all requests that wait for the same.</summary>
    /// <param name="request">It waits for that.</param>
    /// <param name="problem">What VideoSDK said.</param>
    /// <param name="waits">How long it waits.</param>
    /// <param name="ct">Ends the job.</param>
    public async Task AskOperatorsAsync(TrunkRequest request, VideoSdkProblem problem, TimeSpan waits, CancellationToken ct)
    {
        var known = await db.Requests.AnyAsync(
            other => other.TenantId == request.TenantId && other.State == RequestState.Approved && other.HeldStatus == problem.Status && other.Number != request.Number, ct);
        if (!known)
            await PostAsync(request, can => HoldCard.Of(request, problem, waits, can).ToMessage(), ct);
    }
}
