using System.CommandLine;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>The trunks that exist: one's own, or as Approver or Admin all of the tenant.</summary>
internal sealed class ListTrunksCommand(TrunkBotDbContext db, TimeProvider clock) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "trunk list", Say.Later("Show the trunks that were created"), [Role.Requester, Role.Approver, Role.Admin], new Command("list"), ["/trunk list"])
    {
        Phrases = ["trunks", "my trunks", "list trunks", "list my trunks", "show trunks", "show my trunks", "list all trunks", "all trunks", "show list"],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var all = RequestRights.SeesAll(turn.Roles);
        var found = await db.Trunks.AsNoTracking()
            .Where(Seen(turn.Person, all))
            .OrderByDescending(trunk => trunk.CreatedAt)
            .Take(RequestList.Most + 1)
            .ToListAsync(ct);
        if (found.Count == 0)
            await turn.WhisperAsync(TrunkTexts.NoTrunks(turn.Roles.Has(Role.Requester)), ct);
        else
            await turn.ShowAsync(ListCard.Of([.. found.Take(RequestList.Most)], found.Count > RequestList.Most, clock.GetUtcNow(), turn.Channel.CardActions), ct);
    }

    // Two questions, an index for each: one question with an "or" in it would read the whole tenant.
    private static Expression<Func<Trunk, bool>> Seen(Person person, bool all) => all
        ? trunk => trunk.TenantId == person.TenantId
        : trunk => trunk.TenantId == person.TenantId && trunk.AskerId == person.ObjectId;
}

/// <summary>The requests: one's own, or as Approver or Admin all of the tenant; drafts are nobody else's business.</summary>
internal sealed class ListRequestsCommand(TrunkBotDbContext db, RequestList list) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "trunk requests", Say.Later("Show requests and where they stand"), [Role.Requester, Role.Approver, Role.Admin],
        new Command("requests"), ["/trunk requests"])
    {
        Title = Say.Later("My requests"),
        Phrases =
        [
            "my requests", "list requests", "list my requests", "show requests", "show my requests", "all requests", "open requests", "status", "my status",
            "refresh", "show", "cancel request", "ask again", "edit", "submit changes", "settle", "try again", "try all again", "close without a trunk", "change", "leave it to a colleague", "leave it to them", "take it back", "take back", "delegate", "open", "it is there", "it is not there", "send again",
        ],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var found = await (RequestRights.SeesAll(turn.Roles) ? AllAsync(turn.Person, ct) : OwnAsync(turn.Person, ct));
        if (found.Count == 0)
            await turn.WhisperAsync(TrunkTexts.NoRequests(turn.Roles.Has(Role.Requester)), ct);
        else
            await turn.ShowAsync(await list.OfAsync(Say.It("Requests"), found, turn, ct), ct);
    }

    private Task<List<TrunkRequest>> OwnAsync(Person person, CancellationToken ct) =>
        db.Requests.AsNoTracking().Where(OwnedBy(person)).OrderByDescending(request => request.Number).Take(RequestList.Most + 1).ToListAsync(ct);

    // Two questions, an index for each: one question with an "or" in it would read the drafts of everybody. So would PostgreSQL if it were asked for
    // the newest by their numbers, of which it has an index of all.
    private async Task<List<TrunkRequest>> AllAsync(Person person, CancellationToken ct)
    {
        var submitted = await db.Requests.AsNoTracking()
            .Where(request => request.TenantId == person.TenantId && request.State != RequestState.Draft)
            .OrderByDescending(request => request.CreatedAt).ThenByDescending(request => request.Number)
            .Take(RequestList.Most + 1)
            .ToListAsync(ct);
        var drafts = await db.Requests.AsNoTracking()
            .Where(OwnedBy(person)).Where(request => request.State == RequestState.Draft).Take(RequestList.Most + 1).ToListAsync(ct);
        return [.. submitted.Concat(drafts).OrderByDescending(request => request.Number).Take(RequestList.Most + 1)];
    }

    private static Expression<Func<TrunkRequest, bool>> OwnedBy(Person person) =>
        request => request.TenantId == person.TenantId && request.AskerId == person.ObjectId;
}
