using Microsoft.EntityFrameworkCore;
using TrunkBot.Chat;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>Which trunks a person may see: those that TrunkBot made, their own, or as Approver or Admin their company's.</summary>
// An id alone must not open another company's trunk.
internal sealed class TrunkSight(TrunkBotDbContext db) : INamedThings
{
    public Task<Trunk?> FindAsync(ChatTurn turn, string trunkId, CancellationToken ct)
    {
        var (tenant, me, all) = (turn.Person.TenantId, turn.Person.ObjectId, RequestRights.SeesAll(turn.Roles));
        return db.Trunks.AsNoTracking().SingleOrDefaultAsync(
            trunk => trunk.TrunkId == trunkId && trunk.TenantId == tenant && (all || trunk.AskerId == me), ct);
    }

    public async Task<string?> LineForAsync(ChatTurn turn, string id, CancellationToken ct) =>
        await FindAsync(turn, id, ct) is { } trunk ? $"{ShowCommand.Spec.Words} {trunk.TrunkId}" : null;
}
