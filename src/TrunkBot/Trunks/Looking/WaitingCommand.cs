using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>What waits for this person: requests of others to decide, and as Admin outcomes to settle.</summary>
internal sealed class WaitingCommand(TrunkBotDbContext db, RequestList list) : ICommand, IDescribed
{
    // More than a card shows, for some of them have this person's decision already.
    private const int Most = 100;

    public static CommandSpec Spec { get; } = new(
        "trunk waiting", Say.Later("Show the requests that wait for you"), [Role.Approver, Role.Admin], new Command("waiting"), ["/trunk waiting"])
    {
        Title = Say.Later("What waits for me"),
        Phrases =
        [
            "what waits for me", "what is waiting", "what is waiting for me", "what's waiting", "show waiting", "pending", "pending requests", "to approve", "approve", "reject",
            "push it through", "my approvals", "what needs my approval", "what do i have to approve",
        ],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        List<TrunkRequest> found = [.. await UnknownAsync(turn, ct), .. await UndecidedAsync(turn, ct)];
        if (found.Count == 0)
            await turn.WhisperAsync(LookingTexts.NothingWaits, ct);
        else
            await turn.ShowAsync(await list.OfAsync(Say.It("Waiting for you"), found, turn, ct), ct);
    }

    private async Task<IReadOnlyList<TrunkRequest>> UndecidedAsync(ChatTurn turn, CancellationToken ct)
    {
        var (tenant, me) = (turn.Person.TenantId, turn.Person.ObjectId);
        var open = await db.Approvals.AsNoTracking()
            .Where(approval => approval.TenantId == tenant && approval.State == ApprovalState.Open && approval.AskerId != me)
            .Take(Most)
            .ToListAsync(ct);
        var numbers = open.Where(approval => approval.Decisions.All(decision => decision.PersonId != me))
            .Select(approval => RequestId.Parse(approval.SubjectId)?.Number ?? 0).OrderDescending().Take(RequestList.Most + 1).ToList();
        return await db.Requests.AsNoTracking()
            .Where(request => EF.MultipleParameters(numbers).Contains(request.Number))
            .OrderByDescending(request => request.Number)
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<TrunkRequest>> UnknownAsync(ChatTurn turn, CancellationToken ct)
    {
        if (!turn.Roles.Has(Role.Admin))
            return [];
        var (tenant, me) = (turn.Person.TenantId, turn.Person.ObjectId);
        return await db.Requests.AsNoTracking()
            .Where(request => request.State == RequestState.OutcomeUnknown && request.TenantId == tenant && request.AskerId != me)
            .OrderByDescending(request => request.ChangedAt)
            .Take(RequestList.Most + 1)
            .ToListAsync(ct);
    }
}
