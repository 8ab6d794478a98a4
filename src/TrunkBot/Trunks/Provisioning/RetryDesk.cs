using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Storage;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>An Admin says that what VideoSDK refused TrunkBot for is mended: what waits for that is sent.</summary>
internal sealed class RetryDesk(TrunkBotDbContext db, JobQueue jobs, AuditTrail audit, RequestNews news, TimeProvider clock)
{
    public const string All = "all";

    private const int Most = 1000;

    /// <param name="admin">Who says so.</param>
    /// <param name="roles">What they have.</param>
    /// <param name="which">A request, or the word all.</param>
    /// <param name="ct">Ends the turn.</param>
    /// <returns>What to answer.</returns>
    public async Task<string> TryAgainAsync(Person admin, RoleSet roles, string which, CancellationToken ct)
    {
        var held = await db.Requests
            .Where(request => request.TenantId == admin.TenantId && request.State == RequestState.Approved && request.HeldSince != null)
            .OrderBy(request => request.Number).Take(Most).ToListAsync(ct);
        var all = which.Equals(All, StringComparison.OrdinalIgnoreCase);
        List<TrunkRequest> meant = [.. held.Where(request => (all || request.Id == RequestId.Parse(which)) && RequestRights.Of(request, admin, roles).Retry.IsGiven)];
        foreach (var request in meant)
        {
            request.TryAgain(clock.GetUtcNow());
            audit.By(admin, request.TenantId, request.Id.ToString(), "tried again", "said that VideoSDK takes it now");
            jobs.Add(new ProvisionTrunk(request.Number), request.TenantId);
            await news.TellRoomAsync(request, ct);
        }

        return meant.Count > 0 ? ProvisioningTexts.TryingAgain(meant) : held.Count > 0 ? ProvisioningTexts.NotOnHold(held) : ProvisioningTexts.NothingOnHold;
    }
}
