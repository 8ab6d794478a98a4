using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>Requests as a list, with the time that each has left.</summary>
internal sealed class RequestList(TrunkBotDbContext db, IOptions<TrunkOptions> options, TimeProvider clock)
{
    /// <summary>What a card has room for; one more is read, to know whether there are others.</summary>
    public const int Most = 10;

    public async Task<AdaptiveCard> OfAsync(string title, IReadOnlyList<TrunkRequest> found, ChatTurn turn, CancellationToken ct)
    {
        var shown = found.Take(Most).ToList();
        var waiting = shown.Where(request => request.State is RequestState.Pending).Select(request => request.Id.ToString()).ToList();
        var ends = waiting.Count == 0 ? [] : await db.Approvals.AsNoTracking()
            .Where(approval => EF.MultipleParameters(waiting).Contains(approval.SubjectId))
            .ToDictionaryAsync(approval => approval.SubjectId, approval => approval.ExpiresAt, ct);
        return ListCard.Of(
            title, [.. shown.Select(request => new ListedRequest(request, EndOf(request, ends)))], found.Count > Most, clock.GetUtcNow(), turn.Channel.CardActions);
    }

    private DateTimeOffset? EndOf(TrunkRequest request, Dictionary<string, DateTimeOffset> ends) => request.State switch
    {
        RequestState.Draft => request.ChangedAt + options.Value.DraftLifetime,
        RequestState.Pending when ends.TryGetValue(request.Id.ToString(), out var end) => end,
        _ => null,
    };
}
