using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Storage;

namespace TrunkBot.Trunks;

/// <summary>The trunks that exist: one's own, or as Approver or Admin all of the tenant.</summary>
internal sealed class ListTrunksCommand(TrunkBotDbContext db) : ICommand, IDescribed
{
    private const int Most = 15;

    public static CommandSpec Spec { get; } = new(
        "trunk list", "Show the trunks that were created", [Role.Requester, Role.Approver, Role.Admin], new Command("list"), ["/trunk list"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (tenant, me, all) = (turn.Person.TenantId, turn.Person.ObjectId, turn.Roles.Has(Role.Approver) || turn.Roles.Has(Role.Admin));
        var found = await db.Trunks.AsNoTracking()
            .Where(trunk => trunk.TenantId == tenant && (all || trunk.AskerId == me))
            .OrderByDescending(trunk => trunk.CreatedAt)
            .Take(Most + 1)
            .ToListAsync(ct);
        if (found.Count == 0)
            await turn.SayAsync(TrunkTexts.NoTrunks(turn.Roles.Has(Role.Requester)), ct);
        else
            await turn.ShowAsync(ListCard.Of([.. found.Take(Most)], found.Count > Most), ct);
    }
}

/// <summary>The requests: one's own, or as Approver or Admin all of the tenant; drafts are nobody else's business.</summary>
internal sealed class ListRequestsCommand(TrunkBotDbContext db) : ICommand, IDescribed
{
    private const int Most = 15;

    public static CommandSpec Spec { get; } = new(
        "trunk requests", "Show requests and where they stand", [Role.Requester, Role.Approver, Role.Admin],
        new Command("requests"), ["/trunk requests"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (tenant, me, all) = (turn.Person.TenantId, turn.Person.ObjectId, turn.Roles.Has(Role.Approver) || turn.Roles.Has(Role.Admin));
        var found = await db.Requests.AsNoTracking()
            .Where(request => request.TenantId == tenant && (request.AskerId == me || (all && request.State != RequestState.Draft)))
            .OrderByDescending(request => request.Number)
            .Take(Most + 1)
            .ToListAsync(ct);
        if (found.Count == 0)
            await turn.SayAsync(TrunkTexts.NoRequests(turn.Roles.Has(Role.Requester)), ct);
        else
            await turn.ShowAsync(ListCard.Of([.. found.Take(Most)], found.Count > Most), ct);
    }
}
