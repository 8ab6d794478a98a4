using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Chat;
using TrunkBot.Chat.Windows;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Searching;

/// <summary>Finds requests and the trunks that were made of them by number, name, host or trunk id. A draft is put into no message.</summary>
internal sealed class RequestSearch(TrunkBotDbContext db, TrunkDoor door, IOptions<OneTimePageOptions> page) : IExtensionSearch
{
    // A number finds any request; words are looked for among the newest, for each letter that is typed asks again.
    private const int Most = 200;

    public async Task<IReadOnlyList<Found>> FindAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        if (RequestId.Parse(text) is not null)
            return await SeeAsync(turn, text, ct) is { } one ? [one] : [];
        var newest = await Newest(turn).Take(Most).ToListAsync(ct);
        return [.. newest.Where(request => RequestRights.Of(request, turn.Person, turn.Roles).See.IsGiven && Matches(request, text)).Select(Shown)];
    }

    public async Task<Found?> OfLinkAsync(ChatTurn turn, string? url, CancellationToken ct) =>
        RequestLink.Read(page.Value, url) is { } id ? await SeeAsync(turn, id.ToString(), ct) : null;

    private async Task<Found?> SeeAsync(ChatTurn turn, string id, CancellationToken ct) =>
        await door.SeeAsync(turn, id, ct) is { State: not RequestState.Draft } request ? Shown(request) : null;

    private Found Shown(TrunkRequest request) => new(
        PublicCard.Of(request, RequestLink.Of(page.Value, request.Id)), PublicCard.Title(request), TrunkTexts.Stage(request.State));

    // Two questions, an index for each: one question with an "or" in it would read the whole tenant.
    private IQueryable<TrunkRequest> Newest(ChatTurn turn)
    {
        var (tenant, me) = (turn.Person.TenantId, turn.Person.ObjectId);
        var submitted = db.Requests.AsNoTracking().Where(request => request.TenantId == tenant && request.State != RequestState.Draft);
        return RequestRights.SeesAll(turn.Roles)
            ? submitted.OrderByDescending(request => request.CreatedAt).ThenByDescending(request => request.Number)
            : submitted.Where(request => request.AskerId == me).OrderByDescending(request => request.Number);
    }

    private static bool Matches(TrunkRequest request, string text) =>
        new[] { request.Id.ToString(), request.Fields.Name, request.Fields.Domain, request.TrunkId }
            .Any(value => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
