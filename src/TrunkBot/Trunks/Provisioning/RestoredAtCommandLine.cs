using Microsoft.EntityFrameworkCore;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Trunks.Outcomes;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>
/// <c>TrunkBot --restored</c>: for whoever has put a back-up in the place of the database. What was approved in it may have been created
/// since it was made, and nothing there can tell: a person looks before anything is sent.
/// </summary>
internal static class RestoredAtCommandLine
{
    public const string Option = "--restored";

    public static async Task<int> RunAsync(IServiceProvider services)
    {
        await using var look = services.CreateAsyncScope();
        var open = await look.ServiceProvider.GetRequiredService<TrunkBotDbContext>().Requests.AsNoTracking()
            .Where(request => request.State == RequestState.Pending || request.State == RequestState.Approved || request.State == RequestState.Provisioning)
            .OrderBy(request => request.Number).Select(request => request.Number).ToListAsync();
        var doubtful = new List<RequestId>();
        foreach (var number in open)
        {
            if (await DoubtAsync(services, number))
                doubtful.Add(new RequestId(number));
        }

        await Console.Out.WriteLineAsync(ProvisioningTexts.RestoredDone(doubtful));
        return 0;
    }

    // Each for itself: there may be many. Nobody else is at work.
    private static async Task<bool> DoubtAsync(IServiceProvider services, long number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>();
        var request = await db.Requests.SingleAsync(one => one.Number == number);
        var isApproved = request.State is not RequestState.Pending;
        if (isApproved)
            await scope.ServiceProvider.GetRequiredService<RequestEnd>().DoubtAsync(request, () => ProvisioningTexts.Restored(request), CancellationToken.None);
        else
            await scope.ServiceProvider.GetRequiredService<ApprovalNews>().WarnAsync(request.Id.ToString(), Noted.Of(() => ProvisioningTexts.PerhapsCreatedBefore), CancellationToken.None);
        if (!await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None))
            throw new StartException(ProvisioningTexts.RestoredBesideOthers(request.Id));
        return isApproved;
    }
}
