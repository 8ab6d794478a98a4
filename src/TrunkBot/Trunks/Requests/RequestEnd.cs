using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Channels;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Trunks.Looking;
using TrunkBot.Trunks.Provisioning;

namespace TrunkBot.Trunks.Requests;

/// <summary>What became of a create: state, audit, the asker's card and the room's card, in one transaction.</summary>
internal sealed class RequestEnd(
    TrunkBotDbContext db, JobQueue jobs, AuditTrail audit, ApprovalNews news, RequestView view, CollisionBook collisions, ChannelTable channels,
    IOptions<SecretsOptions> secrets, TimeProvider clock)
{
    public async Task CreatedAsync(TrunkRequest request, string trunkId, string? adoptedBy, CancellationToken ct)
    {
        request.Created(trunkId, clock.GetUtcNow());
        var spec = TrunkFacts.SpecOf(request);
        db.Add(new Trunk
        {
            TrunkId = trunkId,
            TenantId = request.TenantId,
            RequestNumber = request.Number,
            AskerId = request.AskerId,
            Name = spec.Name,
            Domain = spec.Domain,
            Direction = spec.Direction,
            Numbers = string.Join(", ", spec.Numbers),
            Username = spec.Username,
            CreatedAt = clock.GetUtcNow(),
        });
        collisions.Settle(request);
        Note(request, "created", TrunkTexts.CreatedAs(trunkId, adoptedBy));
        await TellAsync(request, ct);
    }

    public async Task FailedAsync(TrunkRequest request, Func<string> problem, CancellationToken ct)
    {
        var noted = Noted.Of(problem);
        request.Failed(noted, clock.GetUtcNow());
        await collisions.FreeAsync(request, ct);
        Note(request, "failed", noted.English);
        await TellAsync(request, ct);
    }

    public async Task UnknownAsync(TrunkRequest request, Func<string> problem, CancellationToken ct)
    {
        request.OutcomeUnknown(Noted.Of(problem), clock.GetUtcNow());
        await AskAdminsAsync(request, ct);
    }

    /// <summary>The database was restored: what was approved may have been created.</summary>
    public async Task DoubtAsync(TrunkRequest request, Func<string> problem, CancellationToken ct)
    {
        request.Doubt(Noted.Of(problem), clock.GetUtcNow());
        await AskAdminsAsync(request, ct);
    }

    private async Task AskAdminsAsync(TrunkRequest request, CancellationToken ct)
    {
        Note(request, "outcome unknown", request.Problem!.Value.English);
        jobs.Add(new ForgetPassword(request.Number), request.TenantId, clock.GetUtcNow() + secrets.Value.KeepUnknown);
        await TellAsync(request, ct);
        // An update of the room's card tells nobody, and this waits for somebody.
        await news.PostAsync(request.Id.ToString(), can => SettleCard.Of(request, null, can).ToMessage(), ct);
    }

    /// <summary>The asker gets the card where they asked; the room sees the outcome.</summary>
    public async Task TellAsync(TrunkRequest request, CancellationToken ct)
    {
        await TellAskerAsync(request, ct);
        await news.TellAsync(request.Id.ToString(), () => TrunkTexts.State(request), TrunkCard.EndOf(request.State), ct);
    }

    public async Task TellAskerAsync(TrunkRequest request, CancellationToken ct)
    {
        using var speaking = AskerOf(request).Speak();
        var channel = channels.Find(RoomBook.Read(request.Reference).ChannelId);
        jobs.TellAsker(request, channel, await view.OfAsync(request, channel.CardActions, ct));
    }

    private static Reader AskerOf(TrunkRequest request) => Reader.Of(RoomBook.Read(request.Reference));

    private void Note(TrunkRequest request, string act, string detail) =>
        audit.ByTrunkBot(request.TenantId, request.Id.ToString(), act, detail);
}
